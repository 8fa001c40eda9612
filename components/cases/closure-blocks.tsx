import { Notice } from '#components/ui/notice.tsx'
import type { ClosureBlocks as Blocks } from '#lib/cases/case.ts'
import type { CaseHead, SupportView } from '#lib/cases/view.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

/** What has to be done before the case can close, each with the place where it is done. */
export function ClosureBlocks({ head: { id }, blocks: { supports, proposal, emergency }, locale }: { head: CaseHead; blocks: Blocks<SupportView>; locale: Locale }) {
  const t = translator(locale)
  return (
    <div className="form">
      <Notice kind="warning" title={t('cases.close.blocked')}>
        {t('cases.close.blockedText')}
      </Notice>
      <ul className="blocks">
        {proposal && (
          <li>
            <a className="link" href={`/cases/${id}/level`}>{t('cases.refusal.proposalWaits')}</a>
          </li>
        )}
        {emergency && !proposal && (
          <li>
            <a className="link" href={`/cases/${id}/level`}>{t('cases.refusal.emergencyStays')}</a>
          </li>
        )}
        {supports.map((support) => (
          <li key={support.id}>
            <a className="link" href={`/interventions/${support.id}`}>{t('cases.close.blockedLink', { service: support.service, agency: support.agency })}</a>{' '}
            <span className="muted small">{named(locale, 'cases.page.interventionState', support.state)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
