import { HiddenField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { castSignIns } from '#prisma/seed/cast.ts'
import { signInAs } from './actions.ts'

/** The demo's people by where they work, one press each. */
export function Cast({ locale, next }: { locale: Locale; next: string }) {
  const t = translator(locale)
  const people = castSignIns().map((one) =>
    locale === 'ko' ? { email: one.email, name: one.name, title: one.title, agency: one.agency } : { email: one.email, name: one.nameEn, title: one.titleEn, agency: one.agencyEn },
  )
  const agencies = Map.groupBy(people, ({ agency }) => agency)
  return (
    <section aria-labelledby="cast" className="grid content-start gap-5">
      <div>
        <h2 id="cast">{t('access.signIn.cast')}</h2>
        <p className="muted">{t('access.signIn.castHint')}</p>
      </div>
      <Form action={signInAs} words={formWords(locale)} formId="cast-form" className="columns-[16rem] gap-x-10">
        <HiddenField name="next" value={next} />
        {[...agencies].map(([agency, members]) => (
          <div key={agency} className="mb-5 break-inside-avoid">
            <h3 className="label border-b border-line pb-1 font-medium">{agency}</h3>
            <ul>
              {members.map(({ email, name, title }) => (
                <li key={email} className="border-b border-line">
                  <button name="email" value={email} className="flex min-h-11 w-full cursor-pointer flex-wrap items-baseline gap-x-2 px-1 py-2 text-start hover:bg-teal-wash">
                    <b>{name}</b> <span className="muted small">{title}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Form>
    </section>
  )
}
