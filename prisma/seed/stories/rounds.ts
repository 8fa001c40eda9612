import { agreeOnPaper, askClass, inviteByPhone } from '../deeds/rounds.ts'
import type { Story } from '../story.ts'

/** Children of whom nobody worries: their families are asked beforehand. One answered on paper, one was sent a link, one is still to be asked. */
export const daonRound: Story = async (at) => {
  const round = await at('T-9 10:00', '강모아', askClass('S2', ['양보름', '고다온', '박이레'], { to: 'NGO1', items: ['ECON', 'CARE'], purpose: '학용품과 방학 중 급식 지원' }))
  await at('T-6 09:10', '강모아', agreeOnPaper(round, '고다온', 'NGO1'))
  await at('T-2 10:20', '강모아', inviteByPhone(round, '양보름'))
}
