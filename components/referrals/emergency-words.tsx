import { Icon } from '#components/ui/icon.tsx'
import type { Words } from '#lib/words/translate.ts'

const numbers = ['119', '112', '109'] as const

/**
 * What to do before anything is written. In a form it appears when a box is ticked that may mean danger to life: by
 * style alone, so that it does so at once and without script (referrals.css).
 */
export function EmergencyWords({ t, always = false, abuse = always }: { t: Words; always?: boolean; abuse?: boolean }) {
  return (
    <div className={always ? 'emergency' : 'emergency emergency-when-ticked'} role={always ? undefined : 'status'}>
      <div className="emergency-words">
        <strong>
          <Icon name="warning" /> {t('referrals.new.flagTitle')}
        </strong>
        <p>
          {t('referrals.new.flag')} {!always && t('referrals.new.flagUrgency')}
        </p>
        {(abuse || !always) && <p className={always ? undefined : 'emergency-abuse'}>{t('referrals.new.abuse')}</p>}
        <ul className="emergency-calls" aria-label={t('referrals.new.calls')}>
          {numbers.map((number) => (
            <li key={number}>
              <a className="btn btn-grave" href={`tel:${number}`}>
                <Icon name="phone" />
                {t(`referrals.new.call.${number}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
