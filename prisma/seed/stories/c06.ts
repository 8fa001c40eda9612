import { giveLead, level, note, open, turnTo } from '../deeds/cases.ts'
import { meet, offer } from '../deeds/interventions.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { convert, notice } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 한새봄, 초2: 할머니를 돌보느라 늦는 아이. 동 복지팀의 알림에서 드림스타트 주담당까지. [HIGH → MODERATE] */
export const c06: Story = async (at) => {
  const told = await at('T-50 10:20', '구슬아', notice({
    school: 'S1', whom: '2학년 여학생, 할머니와 둘이 사는 한 씨 성의 아이', about: ['PARENTING'], urgency: 'THIS_WEEK',
    says: '할머니 댁 방문 때 아이가 아침 약과 식사를 챙기고 있었어요. 학교에 늦는 날이 많다고 할머니가 걱정하세요.',
  }))
  const referral = await at('T-50 13:00', '한결우', convert(told, '한새봄'))
  const c = await at('T-49 09:30', '한결우', open({
    referral, rated: 'FAMILY2 CARE2 LEARN1', worse: ['YOUNG_OR_DISABLED'], level: 'HIGH', lead: '임보라', team: ['한결우'], next: ['새봄이 만나고 할머니와 통화', 'T-48 17:00', '임보라'],
  }))
  await at('T-49 13:10', '임보라', note(c, 'COUNSELLING', '새봄이와 그림을 그리며 이야기했어요. 아침에 할머니 식사와 약을 챙기고 오느라 4주 동안 아홉 번 늦었어요. 새봄이가 잘하고 있는 일을 칭찬하고, 어른들이 나눠 맡을 일을 찾아보자고 했어요.', { about: 'FAMILY', seen: true }))
  await at('T-47 15:00', '임보라', bothAgree('한새봄', { to: 'DS', items: ['FAMILY', 'CARE', 'LEARN'], purpose: '드림스타트 통합사례관리', until: 'T+13', evidence: '할머니 댁에서 큰 글씨 동의서로 설명, 새봄이는 그림 동의서 (교육복지실 보관)' }))
  await at('T-46 11:00', '한결우', giveLead(c, '유나솔', 'stays'))
  await at('T-45 16:00', '유나솔', note(c, 'VISIT', '할머니와 새봄이를 만났어요. 할머니는 무릎이 아파 오래 서지 못하세요. 새봄이가 혼자 할 일과 어른이 할 일을 나누어 종이에 붙였어요. 장기요양 인정을 신청하도록 도왔어요.', { about: 'FAMILY', seen: true }))
  const morning = await at('T-44 10:00', '유나솔', aim(c, 'CARE', '아침에 걱정 없이 제시간에 학교에 온다', [
    '4주에 아홉 번 넘게 늦는다', '4주에 다섯 번쯤 늦는다', '4주에 두 번쯤 늦는다', '늦지 않는다', '늦지 않고 아침밥을 먹고 온다',
  ]))
  await at('T-44 10:20', '유나솔', agreed(c, '“할머니 약은 제가 말해 주는 것까지만 할래요.”', '“어린것에게 미안했는데 도와준다니 고맙지요.” (할머니)'))
  const support = await at('T-43 09:30', '유나솔', offer(c, { what: 'WEL-05', of: 'DS', about: 'CARE', goal: morning, request: '아침 돌봄 도우미 연결, 월 2회 가정방문', often: '월 2회', units: 24, from: 'T-43' }))
  await at('T-18 10:00', '한결우', level(c, 'MODERATE', { rated: 'FAMILY2 CARE1 LEARN1', because: '아침 도우미가 오고 지각이 4주에 세 번으로 줄었어요.' }))
  await at('T-10 11:00', '유나솔', rate(c, morning, 0, '지각이 4주에 두 번으로 줄었어요.'))
  await at('T-6 16:00', '유나솔', meet(support, '아침 도우미가 온 뒤로 새봄이가 밥을 먹고 학교에 가요. 새봄이가 받아쓰기 공책을 보여 주었어요. 장기요양 결과가 나오면 방문요양을 시작해요. 동의 기간이 곧 끝나 할머니께 다시 여쭐 날을 잡았어요.', { went: 'GOOD', next: 'T+2 16:00' }))
  await at('T-6 16:40', '유나솔', turnTo(c, '장기요양 결과 확인, 동의 다시 받기', 'T+2 17:00', '유나솔'))
}
