-- What has served its time and may be cleared by the jobs role, which can read none of it: the key of a sent form after the
-- page it stood on is long gone, a draft nobody came back to, the failed sign-ins of a bygone window, what a passkey was
-- asked to sign, a link that has long run out.

grant delete on sent_forms, drafts, sign_in_attempts, passkey_challenges, account_links to hanai_jobs;
call app.policy('sent_forms', 'swept', $p$for delete to hanai_jobs using (at < app.now() - interval '30 days')$p$);
call app.policy('drafts', 'swept', $p$for delete to hanai_jobs using (saved_at < app.now() - interval '90 days')$p$);
call app.policy('sign_in_attempts', 'swept', $p$for delete to hanai_jobs using (greatest(window_start, blocked_until) < app.now() - interval '2 days')$p$);
call app.policy('passkey_challenges', 'swept', $p$for delete to hanai_jobs using (expires_at < app.now() - interval '1 hour')$p$);
call app.policy('account_links', 'swept', $p$for delete to hanai_jobs using (expires_at < app.now() - interval '30 days')$p$);
