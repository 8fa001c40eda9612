import { agreeToLevel, letIn, level, note, open, turnTo } from '../deeds/cases.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { lawfully } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 장우림, 중1: 연락이 끊긴 결석. 집을 찾아가 아이를 직접 보고, 다시 등교하기까지. [EMERGENCY → HIGH] */
export const c10: Story = async (at) => {
  const referral = await at('T-10 09:20', '남기훈', refer({ child: '장우림', about: ['DROPOUT_RISK', 'SAFETY_OTHER'], urgency: 'NOW', family: ['SINGLE_PARENT'], says: '미인정결석 3일째이고 학생과 보호자 모두 전화를 받지 않아요.' }))
  const c = await at('T-10 09:40', '남기훈', open({ referral, flags: ['MISSING'], rated: 'DROPOUT3 CARE2', level: 'EMERGENCY', lead: '윤채담', team: ['남기훈', '문다희'], next: ['오늘 집으로 찾아가 우림이를 직접 보기', 'T-10 16:00', '윤채담'] }))
  await at('T-10 09:50', '윤채담', note(c, 'CALL', '담임 선생님 기록을 옮겨요. 첫날 아침과 점심에 전화했지만 받지 않았고, 저녁에 아버지 문자 한 줄만 있었어요. 이튿날도 같았어요.', { about: 'DROPOUT', happened: 'T-12 18:00' }))
  await at('T-10 10:10', '문다희', lawfully(c, { to: 'D1', kind: 'URGENT_RISK', reason: '연락이 끊긴 학생의 안전을 오늘 확인해야 해서 동 복지팀과 함께 찾아가요.', items: ['DROPOUT', 'CARE'], until: 'T+16' }))
  await at('T-10 10:20', '문다희', letIn(c, '정하람'))
  await at('T-10 15:10', '정하람', note(c, 'VISIT', '윤채담 선생님과 집을 찾았어요. 우림이를 직접 봤고 다친 곳은 없어요. 아버지가 새벽 일을 나가 아침에 깨울 사람이 없었고 전화 요금이 밀려 끊겨 있었어요. 안전이 확인돼 경찰에는 요청하지 않았어요.', { about: 'CARE', seen: true }))
  await at('T-9 10:00', '윤채담', level(c, 'HIGH', { rated: 'DROPOUT3 CARE2', because: '우림이를 직접 봤고 안전한 집에 있어요. 결석은 이어지고 있어 고위험으로 함께해요.' }))
  await at('T-9 10:40', '남기훈', agreeToLevel(c))
  await at('T-6 16:00', '남기훈', note(c, 'MEETING', '아버지가 학교에 오셨어요. 의무교육학생관리위원회에서 아침 깨우기, 늦어도 괜찮은 등교, 담임과 하루 한 번 문자를 정했어요.', { about: 'DROPOUT', layer: 'PLAN' }))
  const coming = await at('T-6 16:40', '윤채담', aim(c, 'DROPOUT', '일주일에 나흘 학교에 온다', ['오지 않는다', '하루 온다', '이틀 온다', '나흘 온다', '한 달 동안 결석이 없다']))
  await at('T-6 16:50', '윤채담', agreed(c, '“늦게 가도 혼나지 않으면 갈게요.”', '“깨워 주기만 하면 보낼 수 있습니다. 요금은 이번 주에 내겠습니다.” (아버지)'))
  await at('T-3 10:20', '윤채담', note(c, 'OBSERVATION', '2교시에 등교했어요. 교실 앞에서 망설여 상담실에서 같이 우유를 마시고 올라갔어요.', { about: 'DROPOUT', seen: true }))
  await at('T-1 09:10', '윤채담', note(c, 'OBSERVATION', '이틀째 등교, 오늘은 1교시부터 있었어요. 급식을 친구 옆에서 먹었어요.', { about: 'DROPOUT', seen: true }))
  await at('T-1 16:20', '윤채담', rate(c, coming, 0, '이틀을 이어서 왔어요.'))
  await at('T-1 16:30', '윤채담', turnTo(c, '아침 깨우기 첫 주 점검', 'T+2 16:00', '윤채담'))
}
