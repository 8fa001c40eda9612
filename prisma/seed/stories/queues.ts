import { lookAtCaseOf } from '../deeds/cases.ts'
import { ask, notice, passOn, receive, refer, takeBack, triage } from '../deeds/referrals.ts'
import type { Story } from '../story.ts'

/** What still waits for somebody's decision, at each school, at the office and with those who were asked. */
export const raonQueue: Story = async (at) => {
  await at('T-3 08:40', '윤채담', refer({ child: '김지우', about: ['ANXIETY'], urgency: 'THIS_WEEK', by: 'STUDENT', says: '시험 때마다 배가 아파 보건실에 가요. 스스로 상담을 받고 싶다고 했어요.' }))
  const jian = await at('T-2 14:30', '고은별', refer({ child: '서지안', about: ['LETHARGY'], urgency: 'THIS_WEEK', relation: '담임교사', says: '2주째 수업 시간에 엎드려 있고 좋아하던 농구도 하지 않아요.' }))
  await at('T-2 16:00', '남기훈', receive(jian))
  await at('T-1 10:00', '남기훈', ask(jian, '집에서는 어떻게 지내는지, 보호자와 이야기해 보셨나요?'))
}

export const garamQueue: Story = async (at) => {
  const before = await at('T-25 10:00', '오나린', refer({ child: '김도윤', about: ['OBESITY'], urgency: 'THIS_WEEK', relation: '담임교사', says: '건강검진 뒤 상담이 필요해 보여요.' }))
  await at('T-24 09:00', '오나린', takeBack(before, '이미 보건소 건강교실에 다니고 있었어요.'))
  const told = await at('T-14 11:00', '임보라', refer({ child: '하은결', about: ['HARDSHIP', 'PARENTING'], urgency: 'THIS_WEEK', says: '아버지가 다쳐 일을 쉬고 계세요. 준비물이 없고 병원에도 자주 따라가요.' }))
  await at('T-13 10:00', '한결우', triage(told, 'THIS_WEEK', '오늘 위험하지는 않지만 학교만으로는 어려워요.'))
  await at('T-12 15:00', '한결우', passOn(told, '의료와 생계, 돌봄이 함께 필요해 교육지원청의 선정과 지원을 요청해요.', '교육비 신청을 안내하고 아침밥과 준비물을 챙기고 있어요.'))
  const doyun = await at('T-3 13:00', '오나린', refer({ child: '김도윤', about: ['ANGER'], urgency: 'THIS_WEEK', relation: '담임교사', says: '최근에 두 번 의자를 밀었어요. 울면서 미안하다고 해요.' }))
  await at('T-2 11:00', '한결우', ask(doyun, '어떤 때 화가 나는지, 도움이 되었던 말이 있었는지 알려 주세요.'))
  await at('T-1 15:20', '구슬아', notice({ school: 'S1', whom: '1학년쯤 되는 남학생, 마루동 놀이터 옆 빌라', about: ['SAFETY_OTHER'], urgency: 'THIS_WEEK', says: '저녁 7시가 넘어도 혼자 놀이터에 있는 날이 많다고 이웃이 알려 주셨어요.' }))
}

export const daonQueue: Story = async (at) => {
  const raon = await at('T-4 10:00', '강모아', refer({ child: '문라온', about: ['ILLNESS', 'HARDSHIP'], urgency: 'THIS_WEEK', says: '안경이 깨진 뒤 두 달째 맨 앞에 앉아요. 치과 치료도 미루고 있어요.' }))
  await at('T-3 11:00', '진서율', receive(raon))
  await at('T-1 14:00', '진서율', passOn(raon, '안경과 치과 치료비를 함께 찾아야 해요.', '자리를 앞으로 옮기고 보건실에서 시력을 다시 쟀어요.'))
  const iseul = await at('T-1 10:40', '강모아', refer({ child: '박이슬', about: ['SUBJECTS', 'LETHARGY'], urgency: 'THIS_WEEK', says: '과제를 3주째 내지 못했어요. 밤늦게까지 동생을 돌본다고 해요.' }))
  await at('T-1 16:00', '진서율', receive(iseul))
}

export const haedeungQueue: Story = async (at) => {
  const yedam = await at('T-3 09:50', '반소담', refer({ child: '차예담', about: ['SCHOOL_VIOLENCE'], urgency: 'TODAY', says: '단체 대화방에서 따돌림을 당한다고 친구가 알려 주었어요. 예담이도 맞다고 했어요.' }))
  const told = await at('T-3 14:00', '우세령', notice({ school: 'S4', whom: '중3 남학생, 가람동, 동생과 둘이 있는 집', about: ['PARENTING', 'SKIPPED_MEALS'], urgency: 'THIS_WEEK', says: '긴급복지 방문에서 만났어요. 부모님이 지방에서 일하시고 형이 저녁을 챙겨요.' }))
  await at('T-2 10:00', '류단우', triage(yedam, 'THIS_WEEK', '대화방은 닫혔고 자리를 나눴어요. 사안 접수는 따로 했어요.'))
  await at('T-1 09:30', '류단우', ask(told, '형제가 다니는 학년과 반을 알 수 있는 단서가 더 있을까요?'))
}

export const yunseulQueue: Story = async (at) => {
  await at('T 08:50', '송가비', refer({ child: '나겨울', about: ['DROPOUT_RISK', 'LETHARGY'], urgency: 'TODAY', says: '최근 사흘을 결석했고 어제 자퇴를 물어봤어요.' }))
}

/** Doors that stayed shut; the privacy officer sees that somebody tried. */
export const doors: Story = async (at) => {
  await at('T-3 18:40', '도서진', lookAtCaseOf('서지우'))
  await at('T-2 19:10', '오나린', lookAtCaseOf('한새봄'))
  await at('T-1 11:20', '노을기', lookAtCaseOf('민서하'))
}
