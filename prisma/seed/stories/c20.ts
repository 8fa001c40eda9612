import { open } from '../deeds/cases.ts'
import { accept, meet, offer, propose, stop } from '../deeds/interventions.ts'
import { agreed, aim } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { bothAgree, takeBackConsent } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 마유진, 중2: 보호자가 동의를 거둔 날, 바깥 기관의 문은 닫히고 학교의 문은 열려 있어요. [WATCH] */
export const c20: Story = async (at) => {
  const referral = await at('T-45 11:00', '반소담', refer({ child: '마유진', about: ['ANXIETY'], urgency: 'THIS_WEEK', says: '친구와 사이가 틀어진 뒤 잠을 설친다고 해요.', by: 'STUDENT' }))
  const c = await at('T-44 10:00', '류단우', open({ referral, rated: 'EMOTION1 FAMILY1', level: 'WATCH', lead: '류단우', team: ['반소담'], next: ['유진이 안부와 잠 다시 살펴보기', 'T+4 17:00', '류단우'] }))
  const talks = await at('T-43 13:00', '반소담', offer(c, { what: 'EMO-01', of: 'S4', about: 'EMOTION', request: '개인상담', often: '2주에 한 번', units: 8, from: 'T-43', until: 'T+20' }))
  const sleep = await at('T-42 15:00', '반소담', aim(c, 'EMOTION', '걱정을 말하고 일곱 시간 잔다', ['말하지 않는다', '쪽지로 말한다', '상담실에서 말한다', '친구에게도 말한다', '집에서도 말한다']))
  await at('T-42 15:20', '반소담', agreed(c, '“일주일에 한 번은 너무 많아요. 2주에 한 번이 좋아요.”', '“학교에서 잘 지내면 좋겠습니다.” (아버지)'))
  await at('T-21 16:00', '반소담', bothAgree('마유진', { to: 'MH', items: ['EMOTION'], sensitive: true, purpose: '불안 선별과 상담', until: 'T+150', evidence: '유진이와 아버지가 서명 (상담실 보관)' }))
  const clinic = await at('T-21 16:20', '반소담', propose(c, { what: 'EMO-07', of: 'MH', about: 'EMOTION', goal: sleep, request: '불안 선별과 상담을 부탁드려요.', often: '월 2회', units: 6, from: 'T-18' }))
  await at('T-20 10:00', '안이레', accept(clinic, '곧 날을 잡아 만나겠습니다.'))
  await at('T-16 15:00', '안이레', meet(clinic, '첫 만남. 잠드는 연습을 함께 정했어요.', { went: 'GOOD', next: 'T-2 15:00' }))
  await at('T-5 14:00', '반소담', takeBackConsent('마유진', 'GUARDIAN', 'MH'))
  await at('T-5 14:10', '반소담', stop(clinic, 'CONSENT_ENDED', '아버지가 바깥 기관에 알리는 동의를 거두셨어요. 센터는 이제 이 사례를 볼 수 없어요. 지금까지 알린 내용을 종이로 드렸고, 학교 상담은 유진이가 원해 이어 가요.'))
  await at('T-3 15:00', '반소담', meet(talks, '유진이는 학교 상담이 편하대요. 여섯 시간 넘게 잔다고 해요.', { went: 'GOOD', units: 3, next: 'T+4 15:00' }))
}
