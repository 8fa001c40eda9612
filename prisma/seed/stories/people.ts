import { grants, invites, wantsApproval, wantsRole } from '../deeds/people.ts'
import type { Story } from '../story.ts'

/** Who comes, who is to be something else, and whose approval is renewed. */
export const staffing: Story = async (at) => {
  const renewed = await at('T-6 09:30', '하도경', wantsApproval('강모아', 'T+300', '다온누리초-2026-118'))
  const lim = await at('T-5 10:00', '하도경', invites('소미르', 'So Mir', 'so.mir@demo.example', 'COUNSELOR', 'S3', '교육복지사', 'T+300', '라온들중-2026-204'))
  await at('T-5 15:00', '진서율', grants(renewed))
  await at('T-4 09:00', '남기훈', grants(lim, '다음 주부터 출근해요.'))
  await at('T-1 16:30', '하도경', wantsRole('고은별', 'COUNSELOR', 'S3', '교육복지부장', '학년부장에서 교육복지부장으로 바뀌었어요.'))
}
