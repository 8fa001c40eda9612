import { agreeToLevel, level, note, open, turnTo } from '../deeds/cases.ts'
import { accept, propose } from '../deeds/interventions.ts'
import { aim } from '../deeds/plans.ts'
import { decline, receive, refer } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 유채원, 고1: 석 달 전에는 선정되지 않았고, 이번에는 그날 밤 잘 곳부터 찾았어요. [EMERGENCY → HIGH] */
export const c18: Story = async (at) => {
  const first = await at('T-90 10:00', '송가비', refer({ child: '유채원', about: ['BASIC_SKILLS'], urgency: 'THIS_WEEK', says: '수학 기초가 부족해 수업을 어려워해요.' }))
  await at('T-90 15:00', '권이안', receive(first))
  await at('T-88 11:00', '권이안', decline(first, 'ONE_NEED', '기초학력 한 가지 어려움이라 통합지원 대신 학교의 보충지도로 돕기로 했어요.', '수학 협력강사 수업에 다음 주부터 참여해요. 담임이 한 달 뒤 살펴요.'))
  const again = await at('T-7 16:30', '송가비', refer({ child: '유채원', about: ['SAFETY_OTHER', 'PARENTING'], urgency: 'NOW', family: ['SINGLE_PARENT'], says: '어제 집을 나와 친구 집에 있었고 오늘 밤 갈 곳이 없다고 해요. 지금 상담실에 있어요.' }))
  const c = await at('T-7 16:40', '권이안', open({
    referral: again, flags: ['NO_SAFE_PLACE'], worse: ['REFERRED_AGAIN'], rated: 'FAMILY3 DELINQ2 EMOTION1', level: 'EMERGENCY', lead: '송가비', team: ['권이안', '문다희'], next: ['오늘 밤 안전하게 잘 곳 찾기', 'T-7 19:00', '송가비'],
  }))
  await at('T-7 17:10', '송가비', note(c, 'COUNSELLING', '채원이와 이야기했어요. 어머니와 진로 문제로 크게 다투고 나왔대요. 다친 곳은 없고 배가 고프다고 해서 함께 밥을 먹었어요.', { about: 'FAMILY', seen: true }))
  await at('T-7 19:20', '송가비', note(c, 'CALL', '청소년쉼터에 자리를 확인해 채원이와 함께 갔어요. 어머니께는 안전하게 있다고 알렸고 다시 통화하기로 했어요.', { about: 'FAMILY' }))
  await at('T-6 08:50', '송가비', note(c, 'OBSERVATION', '쉼터에서 등교했어요. 아침을 먹었고 1교시부터 수업에 들어갔어요.', { about: 'FAMILY', seen: true }))
  await at('T-5 10:00', '송가비', level(c, 'HIGH', { rated: 'FAMILY3 DELINQ2 EMOTION1', worse: ['REFERRED_AGAIN'], because: '쉼터에서 안전하게 지내고 어머니와 통화를 시작했어요.' }))
  await at('T-5 11:00', '권이안', agreeToLevel(c))
  await at('T-4 17:00', '송가비', bothAgree('유채원', { to: 'YC', items: ['FAMILY', 'EMOTION'], purpose: '가족 상담과 청소년 상담', until: 'T+160', evidence: '채원이는 상담실에서, 어머니는 전화 설명 뒤 서명' }))
  const talks = await at('T-4 17:20', '송가비', propose(c, { what: 'EMO-08', of: 'YC', about: 'FAMILY', request: '채원이와 어머니가 함께하는 상담을 부탁드려요. 이른 첫 만남을 바라요.', often: '주 1회', units: 10, from: 'T-1' }))
  await at('T-3 14:00', '방유림', accept(talks, '두 분을 따로 먼저 만나고 함께 만나겠습니다.', { from: 'T+1' }))
  await at('T-2 15:00', '송가비', aim(c, 'FAMILY', '싸우지 않고 저녁을 함께 먹는다', ['연락하지 않는다', '문자만 한다', '통화한다', '만나서 이야기한다', '저녁을 함께 먹는다']))
  await at('T-1 13:00', '송가비', turnTo(c, '채원이와 어머니가 처음 함께 만나기', 'T+2 18:00', '가족'))
}
