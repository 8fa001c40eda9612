import { letIn, note, open, turnTo } from '../deeds/cases.ts'
import { meet, offer } from '../deeds/interventions.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import type { Story } from '../story.ts'

/** 배라율, 초6: 졸업해도 이어지도록, 중학교가 받을 때까지 놓지 않아요. [MODERATE] */
export const c14: Story = async (at) => {
  const referral = await at('T-55 13:30', '임보라', refer({ child: '배라율', about: ['BASIC_SKILLS', 'ANXIETY'], urgency: 'THIS_WEEK', says: '읽기가 느려 시험 날이면 배가 아프다고 해요.' }))
  const c = await at('T-53 10:00', '한결우', open({ referral, rated: 'LEARN2 EMOTION1', level: 'MODERATE', lead: '임보라', team: ['한결우'], next: ['라율이와 담임 만나기', 'T-51 17:00', '임보라'] }))
  const extra = await at('T-50 09:00', '임보라', offer(c, { what: 'LRN-01', of: 'S1', about: 'LEARN', request: '두드림 읽기 보충, 소리 내어 읽기부터', often: '주 3회', units: 36, from: 'T-50', until: 'T+30' }))
  const reading = await at('T-49 14:00', '임보라', aim(c, 'LEARN', '한 쪽 글을 소리 내어 읽고 줄거리를 말한다', ['읽기를 피한다', '몇 줄 읽는다', '한 쪽을 읽는다', '한 쪽을 읽고 줄거리를 말한다', '스스로 책을 고른다']))
  await at('T-49 14:20', '임보라', agreed(c, '“만화책으로 하면 할래요.”', '“집에서도 하루 10분 같이 읽겠습니다.” (아버지)'))
  await at('T-30 15:00', '임보라', meet(extra, '열두 번 모두 왔어요. 만화책 한 권을 끝까지 읽었어요.', { went: 'GOOD', units: 12, next: 'T-3 15:00' }))
  await at('T-25 11:00', '임보라', note(c, 'MESSAGE', '해든결중으로 배정됐어요. 라율이는 같이 가는 친구가 있어 다행이래요.', { about: 'LEARN', layer: 'PLAN' }))
  await at('T-20 16:00', '임보라', note(c, 'MEETING', '아버지, 라율이와 인계서 초안을 함께 읽었어요. 읽기 수준과 잘하는 것, 시험 날 도움은 알리고 나머지는 알리지 않기로 했어요. 아버지가 서면으로 동의하셨어요.', { about: 'LEARN', layer: 'PLAN' }))
  await at('T-12 15:00', '임보라', rate(c, reading, 0, '한 쪽을 소리 내어 읽어요.'))
  await at('T-4 10:00', '한결우', letIn(c, '류단우', 'OBSERVER'))
  await at('T-4 10:20', '임보라', note(c, 'OTHER', '해든결중에 인계서를 보냈어요. 받았다는 확인과 첫 면담 날이 정해질 때까지 우리 학교가 계속 맡아요. 인수 면담은 열흘 뒤로 제안했어요.', { about: 'LEARN', layer: 'PLAN' }))
  await at('T-3 15:00', '임보라', meet(extra, '줄거리를 세 문장으로 말했어요. 중학교 교실이 궁금하대요.', { went: 'GOOD', units: 11, next: 'T+2 15:00' }))
  await at('T-1 09:30', '임보라', turnTo(c, '인계서 받음 확인하고 인수 면담 날 정하기', 'T+2 17:00', '류단우'))
}
