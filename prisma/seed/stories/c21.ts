import { note, open } from '../deeds/cases.ts'
import { accept, meet, propose } from '../deeds/interventions.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 박이레, 초4: 아침을 거르는 아이, 가볍게 오래 지켜봐요. [WATCH] */
export const c21: Story = async (at) => {
  const referral = await at('T-23 10:00', '강모아', refer({ child: '박이레', about: ['SKIPPED_MEALS'], urgency: 'THIS_WEEK', says: '아침을 거르는 날이 많아 2교시면 배가 고프다고 보건실에 와요.' }))
  const c = await at('T-22 09:30', '진서율', open({ referral, rated: 'CARE1 HEALTH1', level: 'WATCH', lead: '강모아', next: ['한 달 동안 아침 먹은 날 세어 보기', 'T+5 17:00', '강모아'] }))
  await at('T-22 10:40', '강모아', note(c, 'COUNSELLING', '이레는 늦잠을 자서 못 먹는대요. 동생 아침은 꼭 챙겨 준대요. 노래를 좋아해요.', { about: 'CARE', seen: true }))
  const breakfast = await at('T-21 15:00', '강모아', aim(c, 'CARE', '일주일에 나흘 아침을 먹는다', ['먹지 않는다', '하루 먹는다', '이틀 먹는다', '나흘 먹는다', '스스로 차려 먹는다']))
  await at('T-21 15:10', '강모아', agreed(c, '“주먹밥이면 먹을래요.”', '“아침 일찍 나가서 늘 걸렸어요.” (어머니)'))
  await at('T-17 16:00', '강모아', bothAgree('박이레', { to: 'NGO1', items: ['CARE'], purpose: '아침밥 지원', until: 'T+80', evidence: '어머니와 이레가 서명 (보건실 보관함 6번)' }))
  const meals = await at('T-16 09:30', '강모아', propose(c, { what: 'NGO-02', of: 'NGO1', about: 'CARE', goal: breakfast, request: '등교 전에 먹을 아침밥을 부탁드려요.', often: '주 5회', units: 40, from: 'T-14' }))
  await at('T-15 11:00', '도서진', accept(meals, '교문 앞에서 8시 10분에 건넬게요.'))
  await at('T-6 08:10', '도서진', meet(meals, '주먹밥을 날마다 받아 가요. 동생 것도 하나 더 챙겨요.', { went: 'GOOD', units: 5, next: 'T+1 08:10' }))
  await at('T-3 10:50', '강모아', rate(c, breakfast, 0, '일주일에 이틀은 스스로, 나머지는 주먹밥으로 먹어요.'))
}
