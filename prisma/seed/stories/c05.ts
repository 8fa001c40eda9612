import { note, open, turnTo } from '../deeds/cases.ts'
import { accept, complete, meet, offer, propose } from '../deeds/interventions.ts'
import { agreed, aim } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { answers } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 이준서, 중3: 때린 아이도 도움이 필요해요. 보호자가 동의하지 않아 학교 안에서 잇는 지원. [제안 HIGH → MODERATE] */
export const c05: Story = async (at) => {
  const referral = await at('T-60 14:20', '반소담', refer({
    child: '이준서', about: ['ANGER', 'PARENTING'], urgency: 'THIS_WEEK', family: ['SINGLE_PARENT'],
    says: '화가 나면 멈추기 어려워 친구를 다치게 했어요. 집에 들어가기 싫다고 해요.',
  }))
  const c = await at('T-58 10:00', '류단우', open({
    referral, rated: 'VIOLENCE2 FAMILY2 DELINQ1', worse: ['CONTACT_REFUSED'], level: 'MODERATE',
    because: '고위험이 제안됐지만 준서가 상담을 스스로 원하고 매일 등교해요. 한 달 뒤 다시 살펴 높일 수 있어요.',
    lead: '류단우', team: ['반소담', '배온유'], next: ['특별교육 일정 잡기', 'T-50 17:00', '배온유'],
  }))
  await at('T-58 15:30', '반소담', note(c, 'COUNSELLING', '준서와 첫 상담. 심의 조치를 스스로 설명했고 친구에게 미안하다고 했어요. 아버지가 술을 드신 날은 밖에서 늦게까지 있는대요. 피할 곳과 연락할 어른을 함께 정했어요.', { about: 'FAMILY', layer: 'SENSITIVE', seen: true }))
  const course = await at('T-57 09:20', '반소담', propose(c, { what: 'PRO-07', of: 'ISS', about: 'VIOLENCE', request: '심의 조치에 따른 특별교육을 기한 안에 마치도록 배정해 주세요.', often: '이틀', units: 10, from: 'T-47', until: 'T-44' }))
  await at('T-55 11:00', '배온유', accept(course, '다음 주 과정에 자리를 잡았어요.'))
  await at('T-44 17:00', '배온유', complete(course, 'ACHIEVED', '10시간을 모두 마쳤어요. 역할극에서 멈추는 말을 직접 골랐어요.'))
  const stopping = await at('T-43 15:00', '반소담', aim(c, 'VIOLENCE', '화가 날 때 자리를 옮겨 멈춘다', [
    '일주일에 세 번 넘게 다툰다', '일주일에 한두 번 다툰다', '다툼이 2주에 한 번 이하다', '스스로 자리를 옮긴다', '친구의 다툼도 말로 말린다',
  ]))
  await at('T-43 15:20', '반소담', agreed(c, '“저도 안 그러고 싶어요. 멈추는 법을 알면 좋겠어요.”', '아버지는 학교 상담에는 뜻이 없지만 준서가 받는 것은 막지 않겠다고 하셨어요.'))
  const asked = { to: 'MH', items: ['FAMILY' as const], purpose: '아버지 음주 상담과 가족 지원', until: 'T+120' }
  await at('T-30 16:00', '반소담', answers('이준서', 'STUDENT', { ...asked, evidence: '상담실에서 설명을 듣고 서명' }))
  await at('T-30 17:20', '반소담', answers('이준서', 'GUARDIAN', { ...asked, state: 'REFUSED', kind: 'VERBAL', witness: '류단우', evidence: '전화로 원하지 않는다고 하셨어요 (교감 함께 들음)' }))
  await at('T-30 17:40', '류단우', note(c, 'OTHER', '아버지가 바깥 기관에 알리는 것을 원하지 않으셔서 중독 상담은 부탁하지 않아요. 준서의 상담은 학교 안에서 이어 가요.', { about: 'FAMILY', layer: 'PLAN' }))
  const calm = await at('T-28 09:00', '반소담', offer(c, { what: 'EMO-01', of: 'S4', about: 'VIOLENCE', goal: stopping, request: '분노조절 개인상담 8회기', often: '주 1회', units: 8, from: 'T-28', until: 'T+14' }))
  await at('T-14 15:00', '반소담', meet(calm, '다섯 번째까지 마쳤어요. 급식실에서 시비가 있었지만 준서가 먼저 나와 저를 찾아왔어요. “숫자 세니까 되네요.”', { went: 'GOOD', units: 5, next: 'T+1 15:00' }))
  await at('T-14 16:00', '류단우', turnTo(c, '아버지 다시 만나기, 상담 절반 점검', 'T-9 17:00', '류단우'))
}
