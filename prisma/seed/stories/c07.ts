import { note, open } from '../deeds/cases.ts'
import { complete, meet, offer, propose } from '../deeds/interventions.ts'
import { agreed, aim } from '../deeds/plans.ts'
import { refer } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 최나을, 고1: 가족을 돌보고 일하느라 학교를 그만두려던 아이가 돌아오기까지. [HIGH] */
export const c07: Story = async (at) => {
  const referral = await at('T-30 11:10', '송가비', refer({
    child: '최나을', about: ['DROPOUT_RISK', 'HARDSHIP'], urgency: 'TODAY', family: ['SINGLE_PARENT', 'YOUNG_CARER'],
    says: '아버지 간병과 저녁 일로 너무 지쳤다며 자퇴를 물어봤어요.', by: 'STUDENT', wishes: '학교를 쉬지 않고 다닐 방법을 찾고 싶대요.',
  }))
  const c = await at('T-29 10:00', '권이안', open({
    referral, rated: 'DROPOUT3 FAMILY2 ECON2', level: 'HIGH', lead: '송가비', team: ['권이안'], next: ['숙려제 뒤 다시 다니는 첫 주 살피기', 'T+2 16:00', '송가비'],
  }))
  await at('T-29 16:00', '송가비', note(c, 'COUNSELLING', '나을이는 새벽까지 일하고 아침에 아버지 약을 챙겨요. 그만두고 싶은 마음과 졸업하고 싶은 마음이 반반이래요. 요리를 좋아하고 조리 자격증을 따고 싶어 해요.', { about: 'DROPOUT', seen: true }))
  const thinking = await at('T-28 09:00', '송가비', offer(c, { what: 'DRP-01', of: 'S5', about: 'DROPOUT', request: '학업중단숙려제 3주. 주 2회 상담과 조리실 체험', often: '주 2회', units: 6, from: 'T-28', until: 'T-3' }))
  const back = await at('T-27 15:00', '송가비', aim(c, 'DROPOUT', '나을이가 스스로 정한 날부터 다시 다닌다', [
    '자퇴 서류를 낸다', '숙려제에 오지 않는다', '숙려제를 마치고 다니기로 한다', '한 달 동안 주 4일 온다', '한 학기를 마친다',
  ]))
  await at('T-27 15:30', '송가비', agreed(c, '“잠만 좀 자면 다닐 수 있을 것 같아요.”', '“나 때문에 그만두는 건 절대 안 됩니다.” (아버지)'))
  await at('T-14 16:20', '송가비', bothAgree('최나을', { to: 'GU', items: ['ECON', 'FAMILY'], purpose: '위기청소년 특별지원과 가족돌봄 지원', until: 'T+80', evidence: '나을이와 아버지가 동의서에 서명 (상담실 보관함 2번)' }))
  await at('T-12 10:00', '송가비', propose(c, { what: 'WEL-07', of: 'GU', about: 'ECON', goal: back, request: '생활비 때문에 새벽까지 일하고 있어요. 위기청소년 특별지원 심의를 부탁드려요. 본인이 신청했어요.', often: '매달', units: 12, from: 'T+7', answerBy: 'T+1' }))
  await at('T-10 16:00', '송가비', meet(thinking, '네 번째 상담. 조리실에서 만든 빵을 가져왔어요. 새벽 일을 줄이고 잠을 다섯 시간에서 일곱 시간으로 늘렸대요.', { went: 'GOOD', units: 4, next: 'T-3 15:00' }))
  await at('T-3 15:00', '송가비', complete(thinking, 'ACHIEVED', '숙려제 마지막 회의에서 나을이가 다니기로 정했어요. 다음 주부터 주 4일, 새벽 일은 그만두고 주말에만 하기로 했어요. 가족돌봄 상담은 구청 담당과 이어 가요.'))
  await at('T-3 15:40', '송가비', bothAgree('최나을', { to: 'NGO1', items: ['CAREER', 'ECON'], purpose: '조리 자격증 장학 심사', until: 'T+10', evidence: '나을이와 아버지가 심사 기간만 동의 (상담실 보관함 2번)' }))
  await at('T-2 10:30', '송가비', propose(c, { what: 'NGO-03', of: 'NGO1', about: 'CAREER', goal: back, request: '조리 자격증 과정 수강료 장학을 부탁드려요. 추천서는 심사가 열리면 보낼게요.', often: '매달', units: 12, from: 'T+10', answerBy: 'T+2' }))
}
