import { addToNote, letIn, note, open, turnTo } from '../deeds/cases.ts'
import { pdf, picture } from '../deeds/documents.ts'
import { accept, complete, meet, offer, propose } from '../deeds/interventions.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { receive, refer, triage } from '../deeds/referrals.ts'
import { lawfully, quiet } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 김도율, 초4: 방임과 결식이 의심되는 날. 동의 없이 법적 근거로 함께하고, 보호자 알림을 막은 사례. [EMERGENCY] */
export const c02: Story = async (at) => {
  const referral = await at('T-6 08:56', '오나린', refer({
    child: '김도율', about: ['ABUSE', 'SKIPPED_MEALS'], relation: '담임교사', family: ['SINGLE_PARENT'],
    says: '사흘째 같은 옷이고 어제 저녁부터 먹지 못했다고 해요. 지금 보건실에서 쉬고 있어요.',
  }))
  await at('T-6 08:58', '한결우', receive(referral))
  await at('T-6 09:00', '한결우', triage(referral, 'NOW', '오늘 먹지 못했고 돌봄을 받지 못한 것으로 보여요.'))
  const c = await at('T-6 09:02', '한결우', open({
    referral, flags: ['ABUSE', 'NO_FOOD'], worse: ['NO_ADULT'], rated: 'ABUSE3 CARE3 ECON2', level: 'EMERGENCY', lead: '임보라', team: ['오나린', '한결우', '문다희'],
    next: ['먹이고 쉬게 하기, 아동학대 의심 신고', 'T-6 10:00', '임보라'],
  }))
  await at('T-6 09:04', '오나린', note(c, 'OBSERVATION', '사흘째 같은 옷을 입었고 배가 아프다고 했어요. 무엇을 먹었는지 물으니 마지막으로 먹은 것이 학교 급식이라고 했어요. 보건실에 함께 가서 눕혔어요.', { about: 'CARE', seen: true, happened: 'T-6 08:50' }))
  const kit = await at('T-6 09:05', '임보라', offer(c, {
    what: 'EDU-05', of: 'S1', about: 'CARE', request: '아침 죽과 간식, 갈아입을 옷과 위생 키트', often: '오늘 한 번', units: 1, from: 'T-6', until: 'T-6',
  }))
  await at('T-6 09:15', '임보라', meet(kit, '죽 한 그릇과 우유를 다 먹었어요. 옷을 갈아입고 얼굴빛이 나아졌어요.', { went: 'GOOD' }))
  await at('T-6 09:16', '임보라', complete(kit, 'ACHIEVED', '바로 먹이고 갈아입혔어요.'))
  await at('T-6 09:22', '임보라', note(c, 'OTHER', '아동학대 의심으로 신고했어요. 접수는 확인됐고, 자세한 내용과 누가 알렸는지는 여기에 적지 않아요. 이 사례에서는 보호자에게 알림을 보내지 않고 동의도 묻지 않아요. 전화가 오면 임보라에게 바로 돌려 주세요.', { about: 'ABUSE', layer: 'PLAN' }))
  await at('T-6 09:23', '임보라', quiet(c, '김도율', 'SUSPECTED', '조사하는 동안 집에 먼저 알려지면 아이가 위험할 수 있어요.'))
  await at('T-6 09:25', '임보라', lawfully(c, { to: 'GU', kind: 'CHILD_ABUSE', reason: '아동학대가 의심되어 신고하고 구청 아동학대전담공무원에게 알렸어요.', items: ['ABUSE', 'CARE', 'ECON', 'FAMILY'], sensitive: true, until: 'T+150' }))
  await at('T-6 09:30', '임보라', letIn(c, '표은호'))
  await at('T-6 10:40', '표은호', note(c, 'VISIT', '경찰과 함께 학교에서 도율이를 만났어요. 다친 곳은 없었고 또박또박 대답해 주었어요. 오늘은 학교에서 보호하며 조사하고, 하교 전에 다시 의논해요.', { about: 'ABUSE', layer: 'SENSITIVE', seen: true }))
  await at('T-6 11:30', '한결우', note(c, 'MEETING', '교감, 담임, 교육복지사, 표은호 주무관 회의. 혼자 두지 않기, 점심과 하교 간식 챙기기, 하교는 구청과 정한 대로 하기. 아이에게는 “잘못한 게 아니야, 어른들이 도울게” 하고 말해 주기로 했어요.', { about: 'ABUSE', layer: 'PLAN' }))
  await at('T-6 13:00', '오나린', note(c, 'OBSERVATION', '점심 급식을 두 번 받아 먹었어요. 5교시 미술 시간에 강아지를 그려 저에게 보여 주었어요.', { about: 'CARE', seen: true }))
  await at('T-6 14:10', '오나린', picture(c, '미술 시간에 그린 강아지.jpg', { kind: 'PHOTO', about: 'CARE' }))
  await at('T-6 15:20', '표은호', note(c, 'VISIT', '집을 확인했어요. 아버지가 밤에 일하고 낮에 주무시는 날이 이어졌고 먹을 것이 거의 없었어요. 고모가 오늘부터 함께 지내기로 해서 분리하지 않고 하교했어요. 밤 9시에 전화로 확인해요.', { about: 'ABUSE', layer: 'SENSITIVE' }))
  await at('T-6 16:00', '임보라', turnTo(c, '통합사례회의: 학교, 구청, 아동보호전문기관', 'T-5 10:00', 'GU'))
  await at('T-6 21:05', '표은호', note(c, 'CALL', '고모와 통화. 저녁으로 밥과 국을 먹고 잠들었다고 해요.', { about: 'CARE' }))

  await at('T-5 08:40', '오나린', note(c, 'OBSERVATION', '고모와 손을 잡고 등교했어요. 깨끗한 옷이었고 아침밥을 먹었대요.', { about: 'CARE', seen: true }))
  await at('T-5 09:10', '임보라', lawfully(c, { to: 'CPA', kind: 'CHILD_ABUSE', reason: '아동보호전문기관의 사례관리가 필요해 함께 회의해요.', items: ['ABUSE', 'CARE', 'ECON', 'FAMILY'], sensitive: true, until: 'T+150' }))
  await at('T-5 09:15', '임보라', lawfully(c, { to: 'D2', kind: 'EMERGENCY_WELFARE', reason: '먹을 것이 없는 가구를 발견해 동 행정복지센터에 알렸어요.', items: ['ECON', 'CARE'], until: 'T+60' }))
  await at('T-5 10:00', '문다희', note(c, 'MEETING', '통합사례회의. 조사는 구청, 가정과의 사례관리는 새움아동보호전문기관, 급식과 생계는 마루동, 학교는 식사와 매일 안부를 맡아요. 고모가 돌보는 동안 분리하지 않되, 하루라도 결석하면 그날 바로 찾아가요.', { about: 'ABUSE', layer: 'PLAN' }))
  const recovery = await at('T-5 11:00', '임보라', propose(c, {
    what: 'PRO-03', of: 'CPA', about: 'ABUSE', request: '돌봄이 비어 있던 가정의 사례관리를 부탁드려요. 고모가 함께 지내기 시작했어요.', often: '월 2회 이상', units: 12, from: 'T-4', until: 'T+150', answerBy: 'T-5',
  }))
  const meals = await at('T-5 11:10', '임보라', propose(c, {
    what: 'WEL-06', of: 'D2', about: 'CARE', request: '급식카드를 서둘러 주세요. 저녁과 주말에 먹을 것이 필요해요.', often: '매일 한 끼', units: 90, from: 'T-4', answerBy: 'T-5',
  }))
  await at('T-5 14:30', '구슬아', accept(meals, '오늘 신청을 받았어요. 카드를 바로 만들어 드릴게요.', { from: 'T-4' }))
  await at('T-5 16:40', '마주현', accept(recovery, '바로 날을 잡아 학교에서 도율이와 고모를 먼저 만나겠습니다.', { from: 'T-4' }))
  const fed = await at('T-5 17:00', '임보라', aim(c, 'CARE', '하루 세 끼를 먹고 깨끗한 옷으로 학교에 온다', [
    '하루 한 끼 이하로 먹는다', '급식만 먹는다', '급식과 저녁을 먹는다', '세 끼를 먹는다', '세 끼를 먹고 주말도 빠짐없다',
  ]))
  const adult = await at('T-5 17:05', '임보라', aim(c, 'ABUSE', '밤에 돌보는 어른이 늘 곁에 있다', [
    '밤에 혼자 있다', '어른이 있다가 없다가 한다', '정해진 어른이 밤에 함께 있다', '아버지와 고모가 번갈아 돌본다', '아버지가 돌봄 계획을 지킨다',
  ]))
  await at('T-4 09:00', '임보라', agreed(c, '“고모랑 있으면 좋겠어요. 학교 아침밥도 계속 먹고 싶어요.”', ''))
  await at('T-4 10:30', '구슬아', meet(meals, '급식카드를 고모에게 드리고 쓸 수 있는 곳을 함께 확인했어요. 도율이가 도시락을 골랐어요.', { went: 'GOOD', units: 1, next: 'T+3 11:00' }))
  await at('T-4 15:00', '마주현', meet(recovery, '학교에서 도율이를, 이어서 고모를 만났어요. 좋아하는 음식과 무서운 시간을 그림으로 이야기했어요. 아버지는 구청 조사 뒤에 만나요.', { went: 'GOOD', layer: 'SENSITIVE', next: 'T+1 15:00' }))
  const breakfast = await at('T-4 16:00', '임보라', offer(c, {
    what: 'EDU-02', of: 'S1', about: 'CARE', goal: fed, request: '교육복지실 아침밥과 방과 뒤 한 시간 돌봄', often: '매일', units: 40, from: 'T-4', until: 'T+60',
  }))
  await at('T-3 08:30', '임보라', meet(breakfast, '아침밥을 먹고 교실에 올라갔어요. 보드게임을 하자고 먼저 말했어요.', { went: 'GOOD', units: 1, next: 'T+1 08:30' }))
  await at('T-3 11:00', '구슬아', note(c, 'VISIT', '집을 찾았어요. 냉장고에 반찬이 있고 고모가 방을 치우고 계셨어요. 아버지도 만났고 일하는 시간을 낮으로 바꾸려 한다고 하셨어요. 긴급복지 생계지원 신청을 도왔어요.', { about: 'ECON' }))
  await at('T-3 11:40', '구슬아', note(c, 'CALL', '긴급복지 생계지원 신청서를 구청에 접수했어요. 조사가 끝나는 대로 지급일을 알려 준대요.', { about: 'ECON' }))
  await at('T-3 15:30', '오나린', note(c, 'OBSERVATION', '친구들과 축구를 했어요. 알림장에 고모가 “오늘도 잘 먹었습니다” 하고 적어 주셨어요.', { about: 'CARE', seen: true }))
  await at('T-2 09:20', '표은호', note(c, 'OTHER', '조사 경과: 현장 조사를 마치고 판단 회의에 올려요. 지금까지 다시 비는 밤은 없었어요.', { about: 'ABUSE', layer: 'SENSITIVE' }))
  await at('T-2 13:10', '임보라', note(c, 'COUNSELLING', '도율이가 “아빠 혼나요?” 하고 물었어요. 아빠를 혼내는 일이 아니라 도율이와 아빠를 돕는 일이라고 말해 주었어요. 안심한 얼굴로 교실에 올라갔어요.', { about: 'ABUSE', layer: 'SENSITIVE', seen: true }))
  await at('T-1 08:30', '임보라', note(c, 'OBSERVATION', '교육복지실에서 아침밥을 먹었어요. 그날 뒤로 결석이 없고 옷도 깨끗해요.', { about: 'CARE', seen: true }))
  await at('T-1 09:00', '임보라', rate(c, fed, 0, '급식과 저녁을 먹어요. 저녁은 급식카드로 사 먹는 날도 있어요.'))
  await at('T-1 09:05', '임보라', rate(c, adult, 0, '그날 뒤로 밤마다 고모가 함께 있었어요.'))
  await at('T-1 16:00', '임보라', pdf(c, '보건실 건강 확인서.pdf', { kind: 'CERTIFICATE', about: 'HEALTH', layer: 'SENSITIVE' }))
  await at('T-1 16:30', '임보라', turnTo(c, '조사 판단 결과를 듣고 보호 계획 다시 정하기', 'T+1 17:00', '표은호'))
  await at('T 08:15', '임보라', meet(breakfast, '오늘도 아침밥을 먹고 올라갔어요.', { went: 'GOOD', units: 3, next: 'T+1 08:30' }))
  await at('T 08:20', '임보라', addToNote(c, '아빠 혼나요', '오늘 아침에는 도율이가 먼저 “어제 아빠랑 통화했어요” 하고 말했어요. 표정이 밝았어요.'))
}
