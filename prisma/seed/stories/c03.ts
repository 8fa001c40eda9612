import { agreed, aim, rate } from '../deeds/plans.ts'
import { accept, assign, complete, meet, offer, propose } from '../deeds/interventions.ts'
import { giveLead, letIn, note, open, turnTo } from '../deeds/cases.ts'
import { noticed } from '../deeds/notices.ts'
import { receive, refer, triage } from '../deeds/referrals.ts'
import { bothAgree, lawfully } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 박이든, 초6: 갑작스러운 실직과 단전. 기한을 넘긴 연계와 다시 정한 담당, 두 기관이 함께 맡은 사례. [HIGH] */
export const c03: Story = async (at) => {
  const referral = await at('T-20 13:22', '강모아', refer({
    child: '박이든', about: ['HARDSHIP', 'SKIPPED_MEALS'], urgency: 'TODAY', relation: '보건교사', family: ['SINGLE_PARENT'],
    says: '담임 오해린 선생님 부탁으로 올려요. 급식비와 현장체험학습비가 두 달째 밀렸고, 이든이가 집에 전기가 끊겼다고 말했어요.',
    wishes: '전기와 저녁 식사를 먼저 살펴 주세요.',
  }))
  // 같은 날 교감도 들은 이야기를 올렸어요. 열린 의뢰가 있어서 하나로 모였어요.
  await at('T-20 13:40', '진서율', refer({ child: '박이든', about: ['HARDSHIP'], urgency: 'TODAY', says: '담임에게 들었어요. 집에 전기가 끊긴 지 일주일쯤 된 것 같아요.' }))
  await at('T-20 13:50', '문다희', receive(referral))
  await at('T-20 14:00', '문다희', triage(referral, 'TODAY', '오늘 점심을 먹었고 잘 곳이 있어 긴급은 아니에요. 오늘 안에 사례를 열게요.'))
  const c = await at('T-20 14:20', '문다희', open({
    referral, rated: 'ECON3 CARE2', level: 'HIGH', lead: '강모아', team: ['진서율', '문다희'], next: ['이든이와 이야기하고 동의 구하기', 'T-20 16:00', '강모아'],
  }))
  await at('T-20 14:30', '강모아', note(c, 'OBSERVATION', '담임 오해린 선생님이 1교시 뒤에 전해 주셨어요. 급식비 2개월 미납, 현장체험학습비도 아직이에요. 이든이가 친구에게 “우리 집 전기 끊겼어” 하고 말하는 것을 들으셨대요.', { about: 'ECON', happened: 'T-20 13:10' }))
  await at('T-20 14:40', '강모아', note(c, 'COUNSELLING', '보건실에서 이든이와 이야기했어요. 아버지가 한 달 전부터 일을 쉬고 계시고, 저녁은 컵라면으로 먹는 날이 많대요. 오늘 점심은 급식을 다 먹었어요. “밤에 어두운 게 제일 싫어요.” 필요한 도움을 함께 찾아보자고 했더니 고개를 끄덕였어요.', { about: 'CARE', seen: true }))
  await at('T-20 15:00', '강모아', bothAgree('박이든', {
    to: 'D1', items: ['ECON', 'CARE'], purpose: '가정방문, 긴급복지와 급식 지원', until: 'T+160', evidence: '학생은 보건실에서 설명을 듣고 서명, 아버지는 학교에 와서 서명 (보건실 보관함 1번)',
  }))
  await at('T-20 15:05', '강모아', bothAgree('박이든', {
    to: 'NGO1', items: ['ECON'], purpose: '주거비와 공과금 지원 심사', until: 'T+96', evidence: '기관마다 따로 표시해서 서명 (보건실 보관함 1번)',
  }))
  await at('T-20 15:20', '문다희', turnTo(c, '가정방문으로 집 상황 살펴보기', 'T-19 10:30', 'D1'))
  const kit = await at('T-20 15:40', '강모아', offer(c, {
    what: 'EDU-05', of: 'S2', about: 'CARE', request: '오늘 저녁과 내일 아침에 먹을 간식 키트, 충전식 손전등 한 개', often: '오늘 한 번', units: 1, from: 'T-20', until: 'T-20',
  }))
  await at('T-20 16:10', '강모아', meet(kit, '하교할 때 간식 키트와 충전식 손전등을 건넸어요. 친구들이 보지 않게 보건실에서 가방에 넣어 줬어요.', { went: 'GOOD' }))
  await at('T-20 16:20', '강모아', complete(kit, 'ACHIEVED', '필요한 물품을 그날 바로 전했어요.'))

  await at('T-19 09:20', '문다희', giveLead(c, '정하람'))
  await at('T-19 09:25', '문다희', letIn(c, '강모아', 'CO_LEAD'))
  await at('T-19 10:30', '정하람', note(c, 'VISIT', '강모아 선생님과 함께 가정방문했어요. 이든이를 직접 만났고 다친 곳은 없어요. 전기는 열흘 전 체납으로 끊겼고 냉장고가 비어 있었어요. 아버지는 두 달 전 공사 현장 일이 끊긴 뒤 일자리를 찾고 계세요. 이든이를 아끼는 마음이 크고, 도움을 받겠다고 하셨어요.', { about: 'ECON', seen: true }))
  await at('T-19 11:20', '문다희', lawfully(c, {
    to: 'GU', kind: 'EMERGENCY_WELFARE', reason: '갑작스러운 실직과 단전으로 생계가 어려워 구청에 긴급지원 대상자를 알렸어요.', items: ['ECON', 'CARE'], until: 'T+60',
  }))
  const living = await at('T-19 11:40', '정하람', propose(c, {
    what: 'WEL-01', of: 'GU', about: 'ECON', request: '두 달째 소득이 없고 전기가 끊긴 2인 가구예요. 생계비 선지원을 검토해 주세요.', often: '한 달', units: 1, from: 'T-18', until: 'T+12', answerBy: 'T-18',
  }))
  await at('T-18 16:00', '백지운', accept(living, '현장 확인 결과로 선지원을 결정했어요. 생계비 한 달분을 곧 지급하고, 조사는 그다음에 할게요.'))
  await at('T-18 16:30', '정하람', note(c, 'CALL', '전력회사에 이든이네 상황을 알렸어요. 체납을 나누어 내기로 하면 우선 최소 전기를 이어 준다고 해요. 아버지가 바로 신청하시기로 했어요.', { about: 'ECON' }))
  const light = await at('T-18 17:00', '강모아', aim(c, 'ECON', '저녁마다 밥과 불이 있다', [
    '전기가 끊겨 있고 저녁을 거르는 날이 많다', '손전등과 간식으로 지낸다', '최소 전기가 들어오고 저녁을 먹는다', '전기가 온전히 들어오고 매일 저녁을 먹는다', '체납 없이 두 달을 지낸다',
  ]))
  const attending = await at('T-18 17:10', '강모아', aim(c, 'CARE', '주 4일 이상 학교에 온다', [
    '일주일에 이틀 이하로 온다', '일주일에 사흘 온다', '일주일에 나흘 온다', '일주일 내내 온다', '한 달 동안 결석이 없다',
  ]))
  await at('T-17 08:40', '강모아', agreed(c, '“밤에 불이 들어오면 좋겠어요. 숙제도 할 수 있게요.”', '“일자리를 구할 때까지만 도와주시면 이든이 학교는 꼭 보내겠습니다.” (아버지)'))
  const housing = await at('T-17 09:00', '정하람', propose(c, {
    what: 'NGO-01', of: 'NGO1', about: 'ECON', goal: light, request: '체납된 전기요금과 월세 일부의 지원을 부탁드려요. 갑작스러운 실직으로 두 달째 밀렸고, 구청 생계지원은 결정됐어요.', often: '한 번', units: 1, from: 'T-10', answerBy: 'T-10',
  }))
  await at('T-17 09:03', '도서진', assign(housing, '도서진'))
  await at('T-17 09:10', '정하람', turnTo(c, '주거비 지원 회신 기다리기', 'T-10 18:00', 'NGO1'))
  await at('T-16 14:00', '백지운', meet(living, '긴급복지 생계비 한 달분을 지급했어요. 아버지와 통화로 확인했어요.', { seen: false, next: 'T+4 14:00' }))
  const supper = await at('T-16 15:00', '정하람', offer(c, {
    what: 'WEL-06', of: 'D1', about: 'CARE', goal: light, request: '저녁 도시락을 집 앞으로 전하고 그때마다 이든이 얼굴을 봅니다.', often: '주 5회', units: 40, from: 'T-16', until: 'T+45',
  }))
  await at('T-13 09:00', '강모아', rate(c, light, 0, '최소 전기가 들어오고 오늘부터 저녁 도시락을 먹어요.'))
  await at('T-13 09:05', '강모아', rate(c, attending, -1, '지난 닷새 가운데 이틀 결석했어요. 아침에 혼자 일어나기 어려웠대요.'))
  await at('T-13 14:00', '정하람', note(c, 'MESSAGE', '회신 기한의 절반이 지나 한걸음나눔재단에 한 번 더 안내했어요. 아직 답이 없어요.', { about: 'ECON' }))
  await at('T-13 17:30', '정하람', meet(supper, '첫 도시락을 전했어요. 최소 전기가 들어와 거실 불이 켜져 있었고, 이든이가 문을 열고 인사했어요.', { went: 'GOOD', units: 1, next: 'T-8 17:30' }))
  await at('T-10 09:10', '강모아', note(c, 'OBSERVATION', '담임 선생님과 아침 모닝콜을 정했어요. 오늘은 8시 50분에 왔고 보건실에서 우유를 마시고 올라갔어요.', { about: 'CARE', seen: true }))

  await at('T-10 18:00', '문다희', noticed(c, 'intervention.overdue', housing))
  await at('T-9 09:10', '문다희', note(c, 'CALL', '한걸음나눔재단에 전화했어요. 담당자가 다른 심사로 바빠 서류를 아직 보지 못했다고 해요. 팀장님께 전하기로 했어요. 늦어지면 종합사회복지관 사례관리나 교육복지안전망 즉시 지원으로 바꿀 수 있어요.', { about: 'ECON' }))
  await at('T-9 09:20', '문다희', turnTo(c, '재단 팀장 답 받기, 없으면 다른 자원으로 바꾸기', 'T-7 18:00', 'NGO1'))
  await at('T-8 11:00', '피하윤', assign(housing, '피하윤'))
  await at('T-8 17:30', '정하람', meet(supper, '도시락 전달. 이든이가 숙제를 하다 나왔어요. 방에 불을 켜고 지내요.', { went: 'GOOD', units: 5, next: 'T-3 17:30' }))
  await at('T-7 14:20', '피하윤', accept(housing, '늦어서 죄송합니다. 한 번 지급하는 한도 대신 체납 전기요금 2개월분을 직접 내는 것으로 수용합니다. 체납 고지서 사본 한 장이 필요합니다.', { from: 'T-3' }))
  await at('T-7 15:00', '정하람', note(c, 'MESSAGE', '아버지께 체납 고지서를 찾아 두시라고 문자로 안내했어요.', { about: 'ECON' }))
  await at('T-5 11:00', '정하람', note(c, 'VISIT', '고지서 사본을 받아 재단에 전했어요. 아버지가 어제 일자리센터 상담을 다녀오셨대요. 이든이는 학교에 가 있었어요.', { about: 'ECON' }))
  await at('T-5 15:10', '강모아', note(c, 'OBSERVATION', '요즘은 결석이 없어요. 과학 시간에 발표를 했다고 담임 선생님이 기뻐하셨어요. 보건실에 들러 “어제는 책 읽다 잤어요” 하고 말했어요.', { about: 'CARE', seen: true }))
  await at('T-3 10:00', '피하윤', meet(housing, '체납 전기요금 2개월분을 전력회사에 냈어요. 납부 확인서를 정하람 주무관께 보냈어요.', { seen: false }))
  await at('T-3 10:30', '피하윤', complete(housing, 'ACHIEVED', '체납 2개월분을 모두 냈어요. 다음 달 요금부터는 가정에서 내기로 했어요.'))
  await at('T-3 17:30', '정하람', meet(supper, '도시락 전달. 아버지가 사흘 일을 나가셨대요. 이든이가 문 앞에서 기다렸어요.', { went: 'GOOD', units: 5, next: 'T+2 17:30' }))
  await at('T-1 16:40', '정하람', note(c, 'VISIT', '전기가 온전히 다시 들어온 것을 확인했어요. 냉장고에 반찬이 있고, 이든이는 책상에서 숙제를 하고 있었어요. “이제 밤에 안 무서워요.”', { about: 'ECON', seen: true }))
  await at('T-1 17:00', '정하람', rate(c, light, 1, '전기가 온전히 들어오고 매일 저녁을 먹어요.'))
  await at('T-1 17:05', '강모아', rate(c, attending, 0, '닷새 가운데 나흘을 왔어요. 하루는 감기로 쉬었고 미리 연락했어요.'))
  await at('T-1 17:20', '정하람', turnTo(c, '아버지 일자리와 전기요금 나누어 내기 점검', 'T+5 17:00', '정하람'))
}
