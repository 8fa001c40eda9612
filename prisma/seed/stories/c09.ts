import { note, open, turnTo } from '../deeds/cases.ts'
import { meet, offer, propose } from '../deeds/interventions.ts'
import { noticed } from '../deeds/notices.ts'
import { agreed, aim } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 오단비, 초5: 1형 당뇨와 집에서의 관리. 답이 늦은 의뢰와 나이로 끝나는 서비스. [MODERATE] */
export const c09: Story = async (at) => {
  const referral = await at('T-45 09:40', '강모아', refer({ child: '오단비', about: ['ILLNESS', 'PARENTING'], urgency: 'THIS_WEEK', says: '보건실에 하루 두세 번 와요. 혈당이 들쑥날쑥한데 집에서 챙겨 줄 어른이 낮에 없어요.' }))
  const c = await at('T-44 11:00', '진서율', open({ referral, rated: 'HEALTH2 FAMILY1', level: 'MODERATE', lead: '강모아', team: ['진서율'], next: ['어머니와 관리표 만들기', 'T-42 17:00', '강모아'] }))
  await at('T-44 13:00', '강모아', note(c, 'COUNSELLING', '단비와 하루 시간표를 만들었어요. 스스로 재는 것은 잘하고, 점심 뒤에 잊는 날이 많아요. 저혈당 때 할 일을 담임 선생님과 나눴어요.', { about: 'HEALTH', layer: 'SENSITIVE', seen: true }))
  const nurse = await at('T-43 09:00', '강모아', offer(c, { what: 'HLT-01', of: 'S2', about: 'HEALTH', request: '등교할 때와 점심 뒤 보건실에서 함께 확인', often: '매일', units: 60, from: 'T-43', until: 'T+40' }))
  await at('T-42 15:00', '강모아', aim(c, 'HEALTH', '점심 뒤 확인을 스스로 기억한다', ['일주일에 한 번 기억한다', '일주일에 두 번 기억한다', '일주일에 네 번 기억한다', '날마다 기억한다', '주말에도 스스로 한다']))
  await at('T-42 15:20', '강모아', agreed(c, '“친구들 앞에서 부르지 말고 쪽지로 알려 주세요.”', '“낮에 일해서 늘 마음이 쓰였어요. 함께 봐 주셔서 고맙습니다.” (어머니)'))
  await at('T-25 12:50', '강모아', meet(nurse, '이번 달은 결석이 없어요. 점심 뒤 확인을 일주일에 세 번 스스로 왔어요.', { went: 'GOOD', units: 12, next: 'T-4 12:50' }))
  await at('T-10 16:00', '강모아', bothAgree('오단비', { to: 'DS', items: ['HEALTH', 'FAMILY'], sensitive: true, purpose: '드림스타트 건강관리와 방학 돌봄', until: 'T+150', evidence: '어머니와 단비가 서명 (보건실 보관함 3번)' }))
  const asked = await at('T-9 09:30', '강모아', propose(c, { what: 'WEL-05', of: 'DS', about: 'HEALTH', request: '방학 동안 낮에 함께 확인해 줄 어른이 필요해요. 영양 상담도 부탁드려요.', often: '월 2회', units: 6, from: 'T+5', answerBy: 'T-2' }))
  await at('T-9 09:50', '강모아', note(c, 'OTHER', '드림스타트는 초등학생까지 함께해요. 두 달 뒤 나이 기준이 되기 전에 이어 줄 곳을 미리 정해요.', { about: 'HEALTH', layer: 'PLAN' }))
  await at('T-4 12:50', '강모아', meet(nurse, '쪽지를 주지 않아도 네 번 스스로 왔어요. 드림스타트에서 아직 답이 없다고 하니 단비가 방학이 걱정된다고 했어요.', { went: 'GOOD', units: 10, next: 'T+1 12:50' }))
  await at('T-4 16:00', '강모아', turnTo(c, '드림스타트 답 확인, 없으면 방학 돌봄 다른 길 찾기', 'T+1 17:00', '강모아'))
  await at('T-2 18:00', '강모아', noticed(c, 'intervention.overdue', asked))
}
