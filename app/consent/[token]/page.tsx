import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { FamilyForm } from '#components/family/family-form.tsx'
import { PinForm } from '#components/family/pin-form.tsx'
import { TongueLinks } from '#components/sharing/tongue-links.tsx'
import { now } from '#lib/core/clock.ts'
import { readLink } from '#lib/sharing/family.ts'
import { isTongue, tongueTags, type Tongue } from '#lib/sharing/wording/tongue.ts'
import { textOf, wordingOn } from '#lib/sharing/wording/versions.ts'
import { isoDay } from '#lib/words/days.ts'
import { openForm, sendAnswer } from './actions.ts'
import { familyCookie } from './family-cookie.ts'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Partial<Record<string, string | string[]>>> }

const tongueIn = async (searchParams: Props['searchParams']): Promise<Tongue> => {
  const { lang } = await searchParams
  return isTongue(lang) ? lang : 'ko'
}

/** The same for every address: of nobody. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: wordingOn(isoDay(now())).texts[await tongueIn(searchParams)].phone.title }
}

/**
 * A family's page, without an account: the PIN, then the one form it opens, then nothing. Until the PIN is right it is the
 * same for every address there could be, and nothing is asked of the database.
 */
export default async function FamilyPage({ params, searchParams }: Props) {
  const { token } = await params
  const tongue = await tongueIn(searchParams)
  const key = (await cookies()).get(familyCookie)?.value
  const form = key ? await readLink(token, key) : null
  const text = (form && textOf(form.wording, tongue)) ?? wordingOn(isoDay(now())).texts[tongue]
  const { phone } = text
  return (
    <main id="content" className="mx-auto grid w-full max-w-xl gap-5 px-4 py-6" lang={tongueTags[tongue]}>
      {token !== 'done' && <TongueLinks label={phone.language} current={tongue} hrefOf={(one) => `/consent/${encodeURIComponent(token)}?lang=${one}`} />}
      {token === 'done' ? (
        <>
          <h1>{phone.doneTitle}</h1>
          <p>{phone.done}</p>
        </>
      ) : form ? (
        <FamilyForm action={sendAnswer} form={form} token={token} text={text} tongue={tongue} />
      ) : (
        <>
          <h1>{phone.title}</h1>
          <PinForm action={openForm} token={token} text={text} tongue={tongue} />
        </>
      )}
    </main>
  )
}
