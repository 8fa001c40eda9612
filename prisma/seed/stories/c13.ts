import { note, open, turnTo } from '../deeds/cases.ts'
import { agreed, aim } from '../deeds/plans.ts'
import type { Story } from '../story.ts'

/** 민서하, 고2: 내용은 어디에도 적지 않아요. 세 사람이 함께하고 있다는 것만 남겨요. [EMERGENCY] */
export const c13: Story = async (at) => {
  const c = await at('T-9 10:00', '권이안', open({
    child: '민서하', level: 'EMERGENCY', because: '지원팀 세 사람만 아는 내용이라 여기에는 적지 않아요. 긴급으로 함께해요.', lead: '송가비', team: ['권이안', '문다희'],
    next: ['오늘 안에 다시 만나기', 'T-9 17:00', '송가비'],
  }))
  await at('T-9 11:00', '송가비', note(c, 'OTHER', '서하를 만났고 지금 안전해요. 내용은 여기에 적지 않아요. 지원은 시작됐고 송가비, 권이안, 문다희 세 사람이 함께해요.', { layer: 'PLAN', seen: true }))
  await at('T-9 11:20', '권이안', note(c, 'OTHER', '서하에 대해 궁금한 점은 송가비 선생님께만 물어봐 주세요. 교실에서는 평소처럼 대해 주세요.', { layer: 'PLAN' }))
  await at('T-8 09:00', '송가비', note(c, 'OTHER', '안부 확인. 약속한 지원이 이어지고 있어요.', { layer: 'PLAN', seen: true }))
  await at('T-7 15:00', '송가비', aim(c, 'GENERAL', '학교에서 편안하게 지낸다', ['학교에 오기 어렵다', '하루 몇 시간 머문다', '정한 곳에서 하루를 보낸다', '교실에서 하루를 보낸다', '하고 싶은 활동을 다시 한다']))
  await at('T-7 15:10', '송가비', agreed(c, '“제가 정할 수 있게 물어봐 줘서 좋았어요.”', '“서하 속도에 맞추고 싶어요.” (어머니)'))
  await at('T-6 09:00', '송가비', note(c, 'OTHER', '안부 확인. 정한 곳에서 하루를 보냈어요.', { layer: 'PLAN', seen: true }))
  await at('T-3 09:00', '송가비', note(c, 'OTHER', '안부 확인. 지원이 이어지고 있어요.', { layer: 'PLAN', seen: true }))
  await at('T-1 15:40', '송가비', note(c, 'OTHER', '안부 확인. 다음 만남도 서하가 정했어요.', { layer: 'PLAN', seen: true }))
  await at('T-1 16:00', '송가비', turnTo(c, '세 사람 점검', 'T+1 16:00', '송가비'))
}
