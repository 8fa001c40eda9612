import { decline, receive, refer } from '../deeds/referrals.ts'
import type { Story } from '../story.ts'

/** 도시윤, 초5: 학급 전체를 살펴보다 알게 된 아이. 사례를 열지 않고 두드림으로 도와요. [WATCH] */
export const c19: Story = async (at) => {
  const referral = await at('T-30 15:20', '강모아', refer({
    child: '도시윤', about: ['SUBJECTS', 'LETHARGY'], urgency: 'THIS_WEEK',
    says: '학급 전체 살펴보기에서 나왔어요. 그림을 아주 잘 그리고 동생을 잘 돌봐요. 요즘 쉬는 시간에 혼자 있고 받아올림을 어려워해요.',
  }))
  await at('T-29 09:30', '진서율', receive(referral))
  await at('T-28 16:00', '진서율', decline(referral, 'ONE_NEED', '어려움이 가벼워 담임과 두드림 학교로 도울 수 있어요.', '다음 주부터 두드림 보충지도에 참여하고, 그림 모둠에서 친구와 함께해요. 다음 학급 살펴보기에서 다시 봐요.'))
}
