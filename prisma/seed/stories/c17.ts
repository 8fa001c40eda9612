import { close, level, note, open } from '../deeds/cases.ts'
import { complete, meet, offer } from '../deeds/interventions.ts'
import { agreed, aim } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import type { Story } from '../story.ts'

/** 노아린, 중3: 목표를 이루고 종결한 사례. “먼저 물어봐 줘서 좋았어요.” [HIGH → WATCH, 종결] */
export const c17: Story = async (at) => {
  const referral = await at('T-120 10:00', '반소담', refer({ child: '노아린', about: ['DEPRESSION', 'ANXIETY'], urgency: 'TODAY', says: '검사에서 우선관리로 나왔고, 수업 중에 숨이 차다며 자주 나가요.' }))
  const c = await at('T-119 09:30', '류단우', open({ referral, rated: 'EMOTION3', level: 'HIGH', lead: '반소담', team: ['류단우'], next: ['아린이 만나기', 'T-118 17:00', '반소담'] }))
  await at('T-119 13:00', '반소담', note(c, 'COUNSELLING', '아린이는 발표가 있는 날 전날부터 잠을 못 잔대요. 글쓰기를 좋아하고 고양이 이야기를 할 때 웃었어요.', { about: 'EMOTION', seen: true }))
  const goals = [
    await at('T-117 15:00', '반소담', aim(c, 'EMOTION', '숨이 찰 때 스스로 가라앉힌다', ['하루 여러 번 나간다', '하루 한 번 나간다', '일주일에 두 번 나간다', '교실에서 가라앉힌다', '친구를 도와준다'])),
    await at('T-117 15:05', '반소담', aim(c, 'EMOTION', '일곱 시간 잔다', ['네 시간 이하', '다섯 시간', '여섯 시간', '일곱 시간', '여덟 시간'])),
    await at('T-117 15:10', '반소담', aim(c, 'EMOTION', '글을 써서 나눈다', ['쓰지 않는다', '혼자 쓴다', '상담실에서 나눈다', '친구와 나눈다', '교지에 싣는다'])),
    await at('T-117 15:15', '반소담', aim(c, 'EMOTION', '발표를 한다', ['발표 날 결석한다', '쪽지로 낸다', '짝 앞에서 한다', '모둠 앞에서 한다', '반 앞에서 한다'])),
  ]
  await at('T-116 15:30', '반소담', agreed(c, '“발표는 천천히 해도 되죠?”', '“다그치지 않고 기다리겠습니다.” (아버지)'))
  const talks = await at('T-115 09:00', '반소담', offer(c, { what: 'EMO-01', of: 'S4', about: 'EMOTION', request: '개인상담과 글쓰기 모임', often: '주 1회', units: 12, from: 'T-115', until: 'T-24' }))
  await at('T-60 15:00', '반소담', meet(talks, '여덟 번째까지 마쳤어요. 숨 고르기 카드를 스스로 꺼내 써요.', { went: 'GOOD', units: 8, next: 'T-45 15:00' }))
  await at('T-24 15:00', '반소담', complete(talks, 'ACHIEVED', '12회기를 마쳤어요. 글쓰기 모임은 친구들과 계속하기로 했어요.'))
  await at('T-22 10:00', '반소담', level(c, 'WATCH', { rated: 'EMOTION1', because: '한 달 넘게 교실에서 스스로 가라앉히고 잠도 일곱 시간 자요.' }))
  const [calm = '', sleep = '', writing = '', speaking = ''] = goals
  await at('T-20 16:00', '반소담', close(c, {
    reason: 'GOALS_REACHED', results: [[calm, 1], [sleep, 0], [writing, 1], [speaking, -1]],
    summary: '넉 달 동안 상담과 글쓰기 모임을 함께했어요. 목표 넷 가운데 셋을 이뤘어요.', remaining: '발표는 담임 선생님과 쪽지로 이어 가요. 한 달 뒤 안부를 물어요.', voice: '아린: “먼저 물어봐 줘서 좋았어요.”',
  }))
}
