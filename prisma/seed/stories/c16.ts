import { note, open, turnTo } from '../deeds/cases.ts'
import { accept, meet, offer, propose } from '../deeds/interventions.ts'
import { aim } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 문시우, 초1: 어머니가 밤에 일하는 집의 방학. 주마다 한 번, 빠짐없이 안부를 물어요. [MODERATE] */
export const c16: Story = async (at) => {
  const referral = await at('T-18 14:10', '임보라', refer({ child: '문시우', about: ['SKIPPED_MEALS', 'SAFETY_OTHER'], urgency: 'THIS_WEEK', family: ['SINGLE_PARENT'], says: '방학 전 점검표에서 점심을 챙겨 줄 어른이 없는 것으로 나왔어요. 어머니가 밤에 일하세요.' }))
  const c = await at('T-17 10:00', '한결우', open({ referral, rated: 'CARE2 ECON1', level: 'MODERATE', lead: '임보라', team: ['한결우'], next: ['어머니와 방학 하루 시간표 만들기', 'T-15 17:00', '가족'] }))
  await at('T-17 15:00', '임보라', note(c, 'CALL', '어머니와 통화했어요. 낮에는 주무셔야 해서 시우가 혼자 텔레비전을 본대요. 점심과 오후를 함께할 곳을 찾고 싶어 하세요.', { about: 'CARE' }))
  const school = await at('T-16 09:20', '임보라', offer(c, { what: 'CAR-02', of: 'S1', about: 'CARE', request: '방학 늘봄교실 오전반', often: '매일', units: 30, from: 'T-16', until: 'T+40' }))
  await at('T-15 17:30', '임보라', bothAgree('문시우', { to: 'NGO2', items: ['CARE'], purpose: '지역아동센터 점심과 오후 돌봄', until: 'T+120', evidence: '어머니가 서명, 시우는 그림 동의서 (교육복지실 보관)' }))
  const center = await at('T-15 17:50', '임보라', propose(c, { what: 'CAR-01', of: 'NGO2', about: 'CARE', request: '늘봄교실이 끝난 뒤 점심과 오후를 부탁드려요.', often: '매일', units: 60, from: 'T-13' }))
  await at('T-14 10:30', '엄지안', accept(center, '점심부터 5시까지 자리가 있어요. 늘봄교실로 데리러 갈게요.'))
  await at('T-13 15:00', '임보라', aim(c, 'CARE', '방학에도 점심을 먹고 어른과 함께 지낸다', ['점심을 거른다', '혼자 먹는다', '일주일에 사흘 함께 먹는다', '날마다 함께 먹는다', '저녁도 어머니와 함께 먹는다']))
  await at('T-6 11:30', '임보라', meet(school, '늘봄교실에 잘 다녀요. 블록으로 소방서를 만들어 보여 주었어요.', { went: 'GOOD', units: 6, next: 'T+3 11:30' }))
  await at('T-4 15:30', '엄지안', meet(center, '점심을 잘 먹고 낮잠을 자요. 데리러 가면 손을 먼저 잡아요.', { went: 'GOOD', units: 6, next: 'T+3 15:30' }))
  await at('T-2 10:00', '임보라', turnTo(c, '방학 첫 주 안부 확인 (그 뒤로 주마다 한 번)', 'T+3 11:00', '임보라'))
}
