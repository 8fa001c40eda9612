import { close, note, open } from '../deeds/cases.ts'
import { picture } from '../deeds/documents.ts'
import { agreesToDestroy, holds, wantsDestroyed } from '../deeds/retention.ts'
import type { Story } from '../story.ts'

/** 고3을 마친 아이들. 한 건은 두 사람이 확인해 파기했고, 한 건은 재판 때문에 보류했고, 두 건은 보존 기간이 지났어요. */
export const graduates: Story = async (at) => {
  const gone = await at('T-820 10:00', '권이안', open({ child: '설은재', rated: 'ECON2', level: 'MODERATE', lead: '송가비', next: ['장학금 서류 함께 준비하기', 'T-810 17:00', '송가비'] }))
  await at('T-800 15:00', '송가비', picture(gone, '장학금 안내.jpg', { kind: 'LETTER', about: 'ECON' }))
  await at('T-770 16:00', '송가비', close(gone, { reason: 'GRADUATED', summary: '장학금을 받아 대학에 진학해요.' }))

  const held = await at('T-500 10:00', '권이안', open({ child: '방도하', rated: 'CARE2', level: 'MODERATE', lead: '송가비', next: ['집에서 지내는 이야기 듣기', 'T-490 17:00', '송가비'] }))
  await at('T-495 14:00', '송가비', note(held, 'COUNSELLING', '도하는 할머니와 둘이 지내는 것이 편하다고 했어요.', { about: 'CARE', seen: true }))
  const first = await at('T-480 10:00', '권이안', open({ child: '석다윤', rated: 'ECON2', level: 'MODERATE', lead: '송가비', next: ['졸업까지 남은 출석 확인하기', 'T-470 17:00', '송가비'] }))
  const second = await at('T-470 10:00', '권이안', open({ child: '추하람', rated: 'EMOTION2', level: 'MODERATE', lead: '송가비', next: ['상담 날짜 정하기', 'T-460 17:00', '송가비'] }))
  await at('T-410 16:00', '송가비', close(held, { reason: 'GRADUATED', summary: '졸업하고 일을 시작했어요. 성년 후견 재판이 이어지고 있어요.' }))
  await at('T-405 16:00', '송가비', close(first, { reason: 'GRADUATED', summary: '출석을 채우고 졸업해요.' }))
  await at('T-400 16:00', '송가비', close(second, { reason: 'GRADUATED', summary: '상담을 마치고 졸업해요. 청년 센터를 소개했어요.' }))

  const asked = await at('T-31 10:00', '서강민', wantsDestroyed(gone))
  await at('T-30 11:00', '서강민', holds(held, '가정법원에서 기록을 요청해 재판이 끝날 때까지 보관해요.'))
  await at('T-29 14:00', '노을기', agreesToDestroy(asked))
}
