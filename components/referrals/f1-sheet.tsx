import { PrintSheet, SheetBox, SheetCell, SheetTable } from '#components/ui/sheet.tsx'
import { family, status, welfare } from '#lib/referrals/basics.ts'
import { areaNames, concernAreas } from '#lib/referrals/concerns.ts'
import type { Sheet } from '#lib/referrals/sheet.ts'
import { gradeLabel } from '#lib/students/student.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/** Form F1, field for field as the office knows it. */
export function F1Sheet({ sheet, watermark, locale }: { sheet: Sheet; watermark: string; locale: Locale }) {
  const t = translator(locale)
  const { referral } = sheet
  const { written } = referral
  return (
    <PrintSheet title={t('referrals.sheet.title')} watermark={watermark} foot={<FootLine number={referral.number} watermark={watermark} t={t} />}>
      <SheetTable caption={t('referrals.sheet.applicant')} columns={2}>
        <tr>
          <SheetCell label={t('referrals.sheet.applicantName')}>{referral.applicant}</SheetCell>
          <SheetCell label={t('referrals.sheet.jobTitle')}>{sheet.jobTitle}</SheetCell>
        </tr>
        <tr>
          <SheetCell label={t('referrals.sheet.relation')}>{written.relation}</SheetCell>
          <SheetCell label={t('referrals.sheet.requestedBy')}>{t(`referrals.requester.${written.requestedBy}`)}</SheetCell>
        </tr>
      </SheetTable>
      <StudentTable sheet={sheet} locale={locale} />
      <SheetTable caption={t('referrals.sheet.basics')} columns={1}>
        <Boxes label={t('referrals.sheet.welfare')} codes={welfare} ticked={written.basics.welfare} say={(code) => t(`referrals.welfare.${code}`)} />
        <Boxes label={t('referrals.sheet.family')} codes={family} ticked={written.basics.family} say={(code) => t(`referrals.family.${code}`)} />
        <Boxes label={t('referrals.sheet.status')} codes={status} ticked={written.basics.status} say={(code) => t(`referrals.status.${code}`)} />
      </SheetTable>
      <SheetTable caption={t('referrals.sheet.difficulties')} columns={1}>
        {areaNames.map((area) => (
          <Boxes key={area} label={t(`referrals.area.${area}`)} codes={concernAreas[area]} ticked={written.concerns} say={(code) => t(`referrals.sheet.box.${code}`)} />
        ))}
      </SheetTable>
      <SheetTable columns={1}>
        <tr>
          <SheetCell label={`${t('referrals.sheet.reason')} ${t('referrals.sheet.reasonHint')}`} tall>
            {written.sentence}
          </SheetCell>
        </tr>
        <tr>
          <SheetCell label={t('referrals.sheet.wishes')} tall>
            {written.wishes}
          </SheetCell>
        </tr>
      </SheetTable>
      <p className="small">{t('referrals.sheet.consent')}</p>
      <div className="f1-end">
        <p>{formatDate(referral.submittedAt, locale)}</p>
        <p>{t('referrals.sheet.signature', { name: referral.applicant })}</p>
        <p>{t('referrals.sheet.to', { school: sheet.schoolName })}</p>
      </div>
    </PrintSheet>
  )
}

function StudentTable({ sheet: { grade, className, classNumber, ...sheet }, locale }: { sheet: Sheet; locale: Locale }) {
  const t = translator(locale)
  return (
    <SheetTable caption={t('referrals.sheet.student')} columns={2}>
      <tr>
        <SheetCell label={t('referrals.sheet.name')}>{sheet.name}</SheetCell>
        <SheetCell label={t('referrals.sheet.school')}>{sheet.schoolName}</SheetCell>
      </tr>
      <tr>
        <SheetCell label={t('referrals.sheet.grade')}>{gradeLabel(grade, locale)}</SheetCell>
        <SheetCell label={`${t('referrals.sheet.class')} · ${t('referrals.sheet.classNumber')}`}>{[className && t('students.class', { name: className }), classNumber && t('students.page.number', { number: String(classNumber) })].filter(Boolean).join(' ')}</SheetCell>
      </tr>
      <tr>
        <SheetCell label={t('referrals.sheet.birth')}>{sheet.born && formatDate(new Date(`${sheet.born}T00:00:00+09:00`), locale)}</SheetCell>
        <SheetCell label={t('referrals.sheet.sex')}>{sheet.sex === 'M' || sheet.sex === 'F' ? t(`referrals.sheet.sexOf.${sheet.sex}`) : ''}</SheetCell>
      </tr>
      <tr>
        <SheetCell label={t('referrals.sheet.studentPhone')}>{sheet.phone}</SheetCell>
        <SheetCell label={t('referrals.sheet.guardianPhone')}>{sheet.guardianPhones.join(', ')}</SheetCell>
      </tr>
      <tr>
        <SheetCell label={t('referrals.sheet.address')} of={2}>
          {sheet.dong}
        </SheetCell>
      </tr>
    </SheetTable>
  )
}

function Boxes<Code extends string>({ label, codes, ticked, say }: { label: string; codes: readonly Code[]; ticked: readonly string[]; say: (code: Code) => string }) {
  return (
    <tr>
      <SheetCell label={label}>
        {codes.map((code) => (
          <SheetBox key={code} ticked={ticked.includes(code)}>
            {say(code)}
          </SheetBox>
        ))}
      </SheetCell>
    </tr>
  )
}

function FootLine({ number, watermark, t }: { number: string; watermark: string; t: Words }) {
  return (
    <>
      <span>{t('referrals.sheet.number', { number })}</span>
      <span>{watermark}</span>
    </>
  )
}
