import { note, open, turnTo } from '../deeds/cases.ts'
import { accept, propose } from '../deeds/interventions.ts'
import { noticed } from '../deeds/notices.ts'
import { agreed, aim } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 서라민, 중2: 온라인 도박과 밤의 거리. 사흘 동안 답이 없던 의뢰가 받아들여지기까지. [HIGH] */
export const c12: Story = async (at) => {
  const referral = await at('T-11 10:30', '반소담', refer({ child: '서라민', about: ['SAFETY_OTHER', 'DROPOUT_RISK'], urgency: 'TODAY', family: ['SINGLE_PARENT'], says: '온라인 도박으로 친구들에게 돈을 빌렸고 밤늦게까지 밖에 있어요. 요즘 이틀 결석했어요.' }))
  const c = await at('T-11 15:00', '류단우', open({ referral, rated: 'DELINQ3 DROPOUT2', level: 'HIGH', lead: '류단우', team: ['반소담', '문다희'], next: ['학교전담경찰관과 함께 라민이 만나기', 'T-10 17:00', '반소담'] }))
  await at('T-10 16:00', '반소담', note(c, 'MEETING', '학교전담경찰관과 함께 라민이를 만났어요. 빚은 친구 사이의 것이고 위협은 없었어요. 라민이가 “끊고 싶은데 혼자는 안 돼요” 하고 말했어요. 축구를 좋아해요.', { about: 'DELINQ', layer: 'SENSITIVE', seen: true }))
  await at('T-9 18:30', '반소담', bothAgree('서라민', { to: 'YC', items: ['DELINQ', 'DROPOUT'], purpose: '청소년동반자 상담', until: 'T+160', evidence: '라민이와 어머니가 상담실에서 서명' }))
  const companion = await at('T-8 09:30', '반소담', propose(c, { what: 'EMO-09', of: 'YC', about: 'DELINQ', request: '저녁에 찾아와 함께 움직여 줄 청소년동반자가 필요해요. 축구를 좋아해요.', often: '주 1회', units: 16, from: 'T-4', answerBy: 'T-5' }))
  await at('T-6 15:30', '반소담', aim(c, 'DELINQ', '도박 없이 저녁을 보낸다', ['날마다 한다', '일주일에 사흘 한다', '일주일에 하루 한다', '2주 동안 하지 않는다', '한 달 동안 하지 않는다']))
  await at('T-6 15:50', '반소담', agreed(c, '“휴대폰 결제를 막아 주세요. 저녁에 할 게 필요해요.”', '“혼내기만 했는데 같이 방법을 찾고 싶어요.” (어머니)'))
  await at('T-5 18:00', '문다희', noticed(c, 'intervention.overdue', companion))
  await at('T-4 10:20', '문다희', note(c, 'CALL', '푸른숲상담센터에 전화했어요. 접수 담당이 바뀌어 확인이 늦었대요. 오늘 안에 배정하기로 했어요.', { about: 'DELINQ' }))
  await at('T-3 16:10', '반소담', note(c, 'COUNSELLING', '라민이와 결제 차단을 함께 신청했어요. 나흘째 하지 않았대요. 방과 뒤 축구반에 들어갔어요.', { about: 'DELINQ', seen: true }))
  await at('T-2 11:00', '방유림', accept(companion, '제가 맡겠습니다. 늦어져 죄송해요. 저녁에 학교 운동장에서 처음 만날게요.', { from: 'T+1' }))
  await at('T-2 11:30', '류단우', turnTo(c, '청소년동반자와 첫 만남', 'T+1 19:00', 'YC'))
}
