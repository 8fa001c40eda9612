import { note, open } from '../deeds/cases.ts'
import { accept, meet, pause, propose } from '../deeds/interventions.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import type { Story } from '../story.ts'

/** 탁재윤, 중2: 천천히 배우는 아이, 거절을 연습해요. 주담당이 쉬는 동안 대신하는 사람이 봐요. [MODERATE] */
export const c08: Story = async (at) => {
  const referral = await at('T-70 15:00', '반소담', refer({
    child: '탁재윤', about: ['BASIC_SKILLS', 'SUBJECTS'], urgency: 'THIS_WEEK', says: '같은 설명을 여러 번 들어야 하고, 친구들이 돈을 빌려 가고 갚지 않는 일이 되풀이돼요.',
  }))
  const c = await at('T-68 10:00', '류단우', open({
    referral, rated: 'BIF2 LEARN2 VIOLENCE1', level: 'MODERATE', lead: '배온유', team: ['반소담'], next: ['학기 끝 점검: 클리닉 결과와 또래 관계', 'T+1 17:00', '배온유'],
  }))
  const clinic = await at('T-66 11:00', '배온유', propose(c, { what: 'LRN-03', of: 'LRC', about: 'LEARN', request: '방문 학습코칭과 심층진단을 부탁드려요. 보호자가 동의하셨어요.', often: '주 1회', units: 20, from: 'T-60' }))
  await at('T-63 14:00', '모은결', accept(clinic, '주 1회 학교로 찾아가고, 심층진단도 이번 달에 잡을게요.'))
  await at('T-50 16:00', '모은결', note(c, 'OTHER', '심층진단 결과를 학교와 나눴어요. 천천히, 하나씩, 그림과 함께 설명하면 잘 따라와요. 점수는 검사 보고서에만 있어요.', { about: 'BIF', layer: 'SENSITIVE' }))
  const reading = await at('T-48 10:00', '반소담', aim(c, 'LEARN', '수학 시간에 한 문제를 끝까지 푼다', ['시작하지 않는다', '도와줘야 시작한다', '예시를 보고 한 문제를 푼다', '혼자 두 문제를 푼다', '친구에게 설명한다']))
  const asking = await at('T-48 10:10', '반소담', aim(c, 'BIF', '모를 때 손을 들어 묻는다', ['묻지 않는다', '일주일에 한 번 묻는다', '하루 한 번 묻는다', '필요할 때마다 묻는다', '친구에게도 묻는다']))
  const saying = await at('T-48 10:20', '반소담', aim(c, 'VIOLENCE', '돈을 빌려 달라는 말을 거절한다', ['달라는 대로 준다', '망설이다 준다', '선생님께 먼저 말한다', '스스로 거절한다', '거절하고 다른 놀이를 권한다']))
  await at('T-48 10:40', '반소담', agreed(c, '“게임처럼 하면 할 수 있어요.”', '“집에서도 한 번에 하나씩 말해 볼게요.” (어머니)'))
  await at('T-20 14:00', '모은결', meet(clinic, '열두 번째까지 마쳤어요. 분수 카드 놀이를 스스로 골랐고 두 문제를 끝까지 풀었어요.', { went: 'GOOD', units: 12, next: 'T-6 14:00' }))
  await at('T-12 15:00', '반소담', rate(c, reading, 1, '혼자 두 문제를 풀어요.'))
  await at('T-12 15:05', '반소담', rate(c, asking, 0, '하루 한 번 손을 들어요.'))
  await at('T-12 15:10', '반소담', rate(c, saying, 0, '두 번 선생님께 먼저 말했어요.'))
  await at('T-6 14:20', '모은결', pause(clinic, 'T+4', '시험과 수련활동 주간이라 한 주 쉬고 다시 시작해요.'))
}
