import { Chips, Choices } from '#components/ui/choices.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { TextArea, TextField } from '#components/ui/fields.tsx'
import { family, status, welfare } from '#lib/referrals/basics.ts'
import { requesters } from '#lib/referrals/referral.ts'
import type { Words } from '#lib/words/translate.ts'

/** The rest of form F1: open when something of it was written already, so that nothing written is hidden. */
export function MoreFields({ t, relation, open }: { t: Words; relation: string; open: boolean }) {
  return (
    <Disclosure summary={t('referrals.new.moreFields')} open={open}>
      <div className="form more-fields">
        <p className="field-hint">{t('referrals.new.moreHint')}</p>
        <Choices name="requestedBy" label={t('referrals.new.requestedBy')} options={requesters.map((value) => ({ value, label: t(`referrals.requester.${value}`) }))} initial="STAFF" row />
        <TextField name="relation" label={t('referrals.new.relation')} initial={relation} />
        <TextArea name="wishes" label={t('referrals.new.wishes')} />
        <Chips name="welfare" label={t('referrals.new.welfare')} groups={[{ options: welfare.map((value) => ({ value, label: t(`referrals.welfare.${value}`) })) }]} />
        <Chips name="family" label={t('referrals.new.family')} groups={[{ options: family.map((value) => ({ value, label: t(`referrals.family.${value}`) })) }]} />
        <Chips name="status" label={t('referrals.new.status')} groups={[{ options: status.map((value) => ({ value, label: t(`referrals.status.${value}`) })) }]} />
      </div>
    </Disclosure>
  )
}

/** Whether a draft says anything of it. */
export function saysMore(fields: Record<string, string | string[]>): boolean {
  return ['wishes', 'welfare', 'family', 'status'].some((name) => (fields[name]?.length ?? 0) > 0) || (fields['requestedBy'] ?? 'STAFF') !== 'STAFF'
}
