import { close, note, open, turnTo } from '../deeds/cases.ts'
import { complete, meet, offer } from '../deeds/interventions.ts'
import { agreed, aim } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import type { Story } from '../story.ts'

/** 차유빈, 중1: 다른 교육지원청으로 전학. 받았다는 확인이 있고서야 종결해요. [MODERATE, 종결] */
export const c15: Story = async (at) => {
  const referral = await at('T-62 10:40', '윤채담', refer({ child: '차유빈', about: ['LETHARGY', 'HARDSHIP'], urgency: 'THIS_WEEK', says: '말수가 줄고 동아리를 모두 그만두었어요. 아버지 일이 줄어 이사를 생각한다고 해요.' }))
  const c = await at('T-60 09:30', '남기훈', open({ referral, rated: 'EMOTION2 ECON1', level: 'MODERATE', lead: '윤채담', next: ['유빈이 첫 상담', 'T-58 17:00', '윤채담'] }))
  await at('T-59 15:00', '윤채담', note(c, 'COUNSELLING', '유빈이는 기타를 다시 치고 싶대요. 이사를 가면 친구를 새로 사귀는 일이 가장 걱정이에요.', { about: 'EMOTION', seen: true }))
  const joy = await at('T-58 16:00', '윤채담', aim(c, 'EMOTION', '좋아하는 일을 일주일에 두 번 한다', ['하지 않는다', '생각만 한다', '한 번 한다', '두 번 한다', '친구와 함께 한다']))
  await at('T-58 16:10', '윤채담', agreed(c, '“기타반에 다시 들어가고 싶어요.”', '“이사하더라도 상담은 이어 주고 싶습니다.” (아버지)'))
  const talks = await at('T-57 09:00', '윤채담', offer(c, { what: 'EMO-01', of: 'S3', about: 'EMOTION', goal: joy, request: '개인상담과 음악 활동', often: '주 1회', units: 10, from: 'T-57', until: 'T-13' }))
  await at('T-30 15:00', '윤채담', meet(talks, '네 번째까지 마쳤어요. 점심시간에 기타를 친구에게 들려주었어요.', { went: 'GOOD', units: 4, next: 'T-14 15:00' }))
  await at('T-15 10:20', '윤채담', note(c, 'CALL', '아버지가 다음 달 다른 시로 이사한다고 알려 주셨어요. 새 학교에서도 상담을 이어 가기를 바라세요.', { about: 'EMOTION', layer: 'PLAN' }))
  await at('T-14 14:00', '문다희', note(c, 'MESSAGE', '받는 교육지원청에 공문과 암호를 건 인계서를 보냈어요. 받았다는 확인이 올 때까지 종결하지 않아요.', { about: 'EMOTION', layer: 'PLAN' }))
  await at('T-13 15:40', '윤채담', complete(talks, 'PARTLY', '기타반에 다시 들어갔어요. 남은 상담은 새 학교에서 이어 가요. 유빈이가 하고 싶은 이야기를 편지로 적어 함께 보냈어요.'))
  await at('T-13 16:00', '윤채담', turnTo(c, '받는 교육지원청의 확인 기다리기', 'T-1 18:00', 'ISS'))
  await at('T-1 11:00', '문다희', note(c, 'CALL', '받는 교육지원청 담당자와 통화했어요. 인계서를 받았고 다음 주에 새 학교에서 유빈이를 만나기로 했어요.', { about: 'EMOTION', layer: 'PLAN' }))
  await at('T-1 15:00', '윤채담', close(c, {
    reason: 'MOVED', results: [[joy, 0]], summary: '두 달 동안 상담과 음악 활동을 함께했어요. 다른 교육지원청으로 전학해 인계하고, 받았다는 확인과 첫 만남 날을 들었어요.',
    remaining: '새 학교에 적응하는 동안의 상담은 받는 교육지원청에서 이어 가요.', voice: '유빈: “기타 가져가도 된대요.”',
  }))
}
