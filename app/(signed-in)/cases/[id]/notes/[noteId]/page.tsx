import { notFound } from 'next/navigation'
import { ContactsBox } from '#components/cases/contacts-box.tsx'
import { ReporterBox } from '#components/cases/reporter-box.tsx'
import { NoteText } from '#components/cases/note-text.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { onlyLooks } from '#lib/cases/deeds.ts'
import { noteOf } from '#lib/cases/note-queries.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../../page-frame.tsx'
import { pageTitle } from '../../../../page-title.ts'
import { amendNoteAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.note.pageTitle')

export default async function NotePage({ params }: PageProps<'/cases/[id]/notes/[noteId]'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id, noteId } = await params
  const page = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), note: await noteOf(tx, actor, id, noteId) }))
  if (!page?.note) notFound()
  const { head, frame, note } = page
  const { locale } = actor
  const t = translator(locale)
  const { mendable, addenda } = note
  const writes = may(actor, 'case.note') && !onlyLooks(actor, head.relation)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion={writes}>
      <PageHead
        back={{ href: `/cases/${id}`, label: `${head.student.name} · ${head.number}` }}
        title={mendable ? t('cases.note.editTitle') : t('cases.note.addTitle')}
        sub={mendable ? t('cases.note.editSub') : t('cases.note.addSub')}
      />
      {(!mendable || addenda.length > 0) && (
        <Section title={t('cases.note.original')}>
          <NoteText note={note} locale={locale} />
          {addenda.map((addendum) => (
            <NoteText key={addendum.id} note={addendum} locale={locale} added />
          ))}
        </Section>
      )}
      {writes && (
        <Form action={amendNoteAction} formId="amend" words={formWords(locale)} className="form section">
          <HiddenField name="caseId" value={id} />
          <HiddenField name="noteId" value={noteId} />
          <HiddenField name="version" value={String(note.version)} />
          <TextArea name="body" required rows={6} label={mendable ? t('cases.note.body') : t('cases.note.addendum')} initial={mendable ? note.body : ''} />
          <ContactsBox locale={locale} />
          <ReporterBox locale={locale} />
          <div className="deed">
            <SubmitButton>{mendable ? t('cases.note.saveEdit') : t('cases.note.saveAdd')}</SubmitButton>
            <a className="btn btn-bare" href={`/cases/${id}`}>
              {t('ui.cancel')}
            </a>
          </div>
        </Form>
      )}
    </PageFrame>
  )
}
