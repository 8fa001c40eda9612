import { note, open, turnTo } from '../deeds/cases.ts'
import { accept, meet, propose } from '../deeds/interventions.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 서라희, 초3: 방과 뒤 혼자인 시간. 오빠(C12)와는 따로 동의하고 따로 지켜요. [MODERATE] */
export const c11: Story = async (at) => {
  const referral = await at('T-35 14:30', '강모아', refer({ child: '서라희', about: ['SAFETY_OTHER'], urgency: 'THIS_WEEK', family: ['SINGLE_PARENT'], says: '방과 뒤 저녁 8시까지 혼자 있어요. 보건실에서 집에 가기 싫다고 했어요.' }))
  const c = await at('T-33 10:00', '진서율', open({ referral, rated: 'CARE2 ECON1', level: 'MODERATE', lead: '강모아', team: ['진서율'], next: ['어머니와 방과 뒤 돌봄 정하기', 'T-31 17:00', '가족'] }))
  await at('T-33 13:20', '강모아', note(c, 'COUNSELLING', '라희는 혼자 있을 때 텔레비전을 크게 켜 둔대요. 종이접기를 아주 잘해요. 어머니는 늦은 조로 일하고 계세요.', { about: 'CARE', seen: true }))
  await at('T-31 18:00', '강모아', bothAgree('서라희', { to: 'NGO2', items: ['CARE'], purpose: '지역아동센터 이용', until: 'T+9', evidence: '어머니가 퇴근길에 서명, 라희도 서명 (보건실 보관함 5번)' }))
  const center = await at('T-30 09:30', '강모아', propose(c, { what: 'CAR-01', of: 'NGO2', about: 'CARE', request: '방과 뒤부터 저녁 8시까지 자리를 부탁드려요. 저녁밥도 필요해요.', often: '매일', units: 60, from: 'T-27' }))
  await at('T-28 11:00', '엄지안', accept(center, '자리가 있어요. 바로 오세요. 저녁밥도 함께 먹어요.'))
  const evening = await at('T-27 15:00', '강모아', aim(c, 'CARE', '저녁까지 어른과 함께 지낸다', ['날마다 혼자 있다', '일주일에 사흘 혼자 있다', '일주일에 하루 혼자 있다', '혼자 있는 날이 없다', '방학에도 혼자 있지 않는다']))
  await at('T-27 15:10', '강모아', agreed(c, '“저녁에 누가 있으면 좋겠어요.”', '“마음 놓고 일할 수 있겠어요.” (어머니)'))
  await at('T-14 19:00', '엄지안', meet(center, '날마다 와요. 동생들에게 종이접기를 가르쳐 주었어요.', { went: 'GOOD', units: 9, next: 'T-3 19:00' }))
  await at('T-9 11:00', '문다희', note(c, 'OTHER', '같은 집 다른 학생의 사례가 고위험이라 두 사례를 함께 살펴요. 서로의 내용은 알리지 않고, 어머니께 연락하는 날만 맞춰요.', { about: 'FAMILY', audience: 'AGENCY' }))
  await at('T-3 19:00', '엄지안', meet(center, '저녁밥을 두 그릇 먹었어요. 숙제를 마치고 친구와 보드게임을 했어요.', { went: 'GOOD', units: 8, next: 'T+2 19:00' }))
  await at('T-2 10:00', '강모아', rate(c, evening, 1, '혼자 있는 날이 없어요.'))
  await at('T-2 10:10', '강모아', turnTo(c, '센터 이용 동의가 끝나기 전에 다시 여쭙기', 'T+3 17:00', '강모아'))
}
