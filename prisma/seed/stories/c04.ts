import { note, open, otherSide, turnTo } from '../deeds/cases.ts'
import { accept, cannot, meet, offer, propose } from '../deeds/interventions.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { receive, refer, triage } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 응우옌 하린, 중1: 중도입국과 한국어, 그리고 따돌림. 통역으로 구한 동의와 학교폭력의 기한들. [HIGH] */
export const c04: Story = async (at) => {
  const referral = await at('T-40 10:10', '윤채담', refer({
    child: '응우옌하린', about: ['BASIC_SKILLS', 'LEARNING_OTHER'], urgency: 'THIS_WEEK', relation: '전문상담교사', family: ['PARENTS'], status: ['MULTICULTURAL'],
    says: '한국어 진단이 가장 낮은 단계로 나왔어요. 수업 시간에 거의 말을 하지 않고 쉬는 시간에 혼자 있어요.', wishes: '한국어 수업과 통역이 있는 보호자 상담이 필요해요.',
  }))
  await at('T-40 14:00', '남기훈', receive(referral))
  await at('T-39 09:30', '남기훈', triage(referral, 'THIS_WEEK', '위험하지는 않지만 혼자 오래 견뎌 온 것 같아 이번 주 안에 정해요.'))
  const c = await at('T-38 16:00', '남기훈', open({
    referral, rated: 'MIGRANT3 LEARN2', level: 'HIGH', lead: '윤채담', team: ['문다희'], next: ['하린이와 첫 상담, 한국어학급 알아보기', 'T-36 17:00', '윤채담'],
  }))
  await at('T-37 13:20', '윤채담', note(c, 'COUNSELLING', '번역 앱과 그림 카드로 이야기했어요. 한국에 온 지 다섯 달, 베트남에서는 수학을 좋아했대요. “수업은 들리는데 말이 안 나와요.” 요리와 배드민턴을 좋아해요.', { about: 'MIGRANT', seen: true }))
  const korean = await at('T-36 10:00', '윤채담', propose(c, {
    what: 'LRN-07', of: 'ISS', about: 'MIGRANT', request: '찾아가는 한국어교육을 주 4시간 배정해 주세요. 진단 결과는 1수준이에요.', often: '주 2회', units: 30, from: 'T-33', until: 'T+60',
  }))
  await at('T-35 15:00', '배온유', accept(korean, '한국어 강사를 배정했어요. 곧 학교로 찾아가요.', { from: 'T-33' }))
  await at('T-33 14:00', '배온유', meet(korean, '첫 수업. 자기소개와 교실에서 쓰는 말 열 가지를 익혔어요. 집중하는 시간이 길어요.', { went: 'GOOD', units: 2, next: 'T-26 14:00' }))
  await at('T-30 11:00', '윤채담', turnTo(c, '통역과 함께 보호자 상담하고 동의 구하기', 'T-25 18:00', '가족'))
  await at('T-26 14:00', '배온유', meet(korean, '네 번째 수업까지 빠짐없이 왔어요. 숫자와 시간 표현이 좋아졌어요.', { went: 'GOOD', units: 4, next: 'T-12 14:00' }))
  await at('T-25 16:00', '윤채담', note(c, 'MEETING', '베트남어 통역과 함께 어머니를 만났어요. 공장에서 늦게까지 일하셔서 숙제를 봐 주기 어렵다고 하셨어요. 하린이가 집에서는 동생에게 한국어를 가르쳐 준대요. 동의서 번역본을 한 줄씩 함께 읽었어요.', { about: 'MIGRANT' }))
  await at('T-25 16:40', '윤채담', bothAgree('응우옌하린', {
    to: 'FC', items: ['MIGRANT', 'LEARN'], purpose: '다문화가족 방문교육과 통번역', until: 'T+155', evidence: '베트남어 번역본에 학생과 어머니가 서명, 통역인 함께 (상담실 보관함 4번)',
  }))
  const speak = await at('T-25 17:00', '윤채담', aim(c, 'MIGRANT', '필요한 말을 한국어로 스스로 한다', [
    '수업에서 말을 하지 않는다', '선생님이 물으면 낱말로 답한다', '필요한 것을 짧은 문장으로 말한다', '모둠에서 의견을 말한다', '친구와 한국어로 편하게 이야기한다',
  ]))
  await at('T-25 17:10', '윤채담', agreed(c, '“친구를 한 명 만들고 싶어요.”', '“학교에서 도와줘서 고맙습니다. 저도 한국어를 배우고 싶어요.” (어머니, 통역)'))

  await at('T-24 09:10', '윤채담', note(c, 'OBSERVATION', '담임 선생님과 함께 하린이에게 들었어요. 같은 반 몇 명이 말투를 흉내 내고 단체 대화방에서 놀린다고 해요. 화면을 함께 보고 사실만 적어 두었어요. 누가 그랬는지는 사안 기록에만 있어요.', { about: 'VIOLENCE', layer: 'SENSITIVE', seen: true }))
  await at('T-24 09:40', '남기훈', note(c, 'OTHER', '학교폭력으로 접수했어요. 하린이가 원하는 대로 바로 자리를 나누고, 만나거나 연락하지 않도록 했어요. 교육지원청 보고 기한은 48시간이에요.', { about: 'VIOLENCE', layer: 'PLAN' }))
  await at('T-24 10:20', '윤채담', note(c, 'CALL', '통역과 함께 어머니께 전화로 알렸어요. 하린이를 먼저 안아 주고 싶다며 일찍 오시기로 했어요.', { about: 'VIOLENCE' }))
  const weeClass = await at('T-24 11:00', '윤채담', offer(c, {
    what: 'EMO-01', of: 'S3', about: 'VIOLENCE', request: '마음 돌보기 상담, 번역 앱과 그림으로', often: '주 1회', units: 10, from: 'T-24', until: 'T+30',
  }))
  await at('T-23 13:00', '윤채담', meet(weeClass, '첫 상담. 학교에 오기 싫은 날이 있었지만 한국어 수업이 있는 날은 괜찮대요.', { went: 'MIXED', next: 'T-14 13:00' }))
  await at('T-23 16:20', '남기훈', note(c, 'OTHER', '48시간 기한 안에 교육지원청에 보고했어요. 전담조사관 조사 일정을 받았어요.', { about: 'VIOLENCE', layer: 'PLAN' }))
  await at('T-22 10:00', '문다희', note(c, 'CALL', '학교와 통화. 분리는 7일까지이고, 그 뒤에도 이동 동선을 나누도록 안내했어요.', { about: 'VIOLENCE', layer: 'PLAN' }))
  const healing = await at('T-20 10:00', '윤채담', propose(c, {
    what: 'PRO-05', of: 'ISS', whom: '문다희', about: 'VIOLENCE', request: '피해학생 전담지원을 부탁드려요. 통역이 있는 조사 동행과 심리 회복이 필요해요.', often: '4회', units: 4, from: 'T-19', until: 'T+20',
  }))
  await at('T-20 13:30', '문다희', accept(healing, '제가 맡아 조사에 함께 가고 통역을 붙일게요.'))
  await at('T-20 16:00', '윤채담', note(c, 'MEETING', '보호조치를 정했어요. 심리상담, 자리와 모둠 조정, 쉬는 시간에 머물 곳 두 군데. 하린이가 도서관을 골랐어요.', { about: 'VIOLENCE', layer: 'PLAN', seen: true }))
  await at('T-19 15:00', '문다희', meet(healing, '조사에 함께 갔어요. 통역을 두고 하린이가 하고 싶은 만큼만 말하도록 했어요. 끝나고 도서관에서 쉬었다가 하교했어요.', { went: 'MIXED', next: 'T-9 15:00' }))
  await at('T-18 11:00', '남기훈', note(c, 'OTHER', '어머니와 하린이가 심의를 원해 교육지원청에 심의를 요청했어요. 기한은 요청한 날부터 21일이에요.', { about: 'VIOLENCE', layer: 'PLAN' }))
  await at('T-18 11:10', '문다희', otherSide(c, '010-0000-0093'))
  await at('T-18 11:20', '윤채담', turnTo(c, '심의 전 통역과 진술 준비', 'T-4 17:00', '문다희'))
  const visiting = await at('T-17 10:00', '윤채담', propose(c, {
    what: 'FAM-02', of: 'FC', about: 'MIGRANT', goal: speak, request: '다문화가족 방문교육을 부탁드려요. 어머니가 늦게 들어오셔서 저녁 7시 이후가 좋아요.', often: '주 2회', units: 40, from: 'T-13', until: 'T+150',
  }))
  const interpreter = await at('T-17 10:20', '윤채담', propose(c, {
    what: 'LRN-08', of: 'FC', about: 'MIGRANT', request: '학교 일정에 함께할 베트남어 통역을 하루 부탁드려요.', often: '하루', units: 1, from: 'T+3',
  }))
  await at('T-15 11:00', '옥다경', accept(visiting, '저녁 7시로 주 2회 찾아가겠습니다. 베트남어 교재를 준비할게요.', { from: 'T-13' }))
  await at('T-15 11:10', '옥다경', cannot(interpreter, 'NO_CAPACITY', '그날은 베트남어 통역사가 모두 배정돼 있어요. 교육지원청 통역 지원을 먼저 알아봐 주세요.'))
  await at('T-14 13:00', '윤채담', meet(weeClass, '두 번째 상담. 도서관에서 만난 다른 반 친구와 만화책을 바꿔 읽는대요.', { went: 'GOOD', next: 'T-7 13:00' }))
  await at('T-13 19:00', '옥다경', meet(visiting, '첫 방문. 하린이와 동생, 어머니가 함께 낱말 카드를 만들었어요. 어머니도 한국어 반을 신청하셨어요.', { went: 'GOOD', next: 'T-6 19:00' }))
  await at('T-12 14:00', '배온유', meet(korean, '열 번째 수업. 짧은 문장으로 하루를 말할 수 있어요. 이번부터 문다희 조정자가 진행을 살펴요.', { went: 'GOOD', units: 6, next: 'T+4 14:00' }))
  await at('T-10 09:00', '윤채담', rate(c, speak, -1, '선생님이 물으면 낱말로 답해요.'))
  await at('T-9 15:00', '문다희', meet(healing, '진술서를 베트남어로 쓰고 번역했어요. 하린이가 직접 고친 곳은 그대로 두었어요.', { went: 'GOOD', next: 'T+2 15:00' }))
  await at('T-8 12:40', '윤채담', note(c, 'OBSERVATION', '도서관 앞에서 친구 두 명과 웃으며 지나갔어요. 점심도 셋이 함께 먹었어요.', { about: 'VIOLENCE', seen: true }))
  await at('T-7 13:00', '윤채담', meet(weeClass, '세 번째 상담. 심의 날이 걱정된다고 해서 그날 함께 있을 사람을 정했어요.', { went: 'MIXED', next: 'T+1 13:00' }))
  await at('T-6 19:00', '옥다경', meet(visiting, '세 번째 방문까지 마쳤어요. 알림장을 스스로 읽고 어머니께 베트남어로 설명해 주었어요.', { went: 'GOOD', units: 2, next: 'T+1 19:00' }))
  await at('T-5 10:30', '남기훈', note(c, 'MEETING', '심의 날 교실과 대기실 동선을 나누고, 하린이 곁에 윤채담 선생님과 통역이 있기로 했어요.', { about: 'VIOLENCE', layer: 'PLAN' }))
  await at('T-4 16:30', '문다희', note(c, 'CALL', '심의 담당과 통화해 통역을 다시 확인했어요. 상대 학생 쪽과는 시간과 대기실을 나눠요.', { about: 'VIOLENCE', layer: 'SENSITIVE' }))
  await at('T-3 11:20', '윤채담', note(c, 'OBSERVATION', '과학 모둠에서 “제가 할게요” 하고 말하고 실험을 맡았어요. 담임 선생님이 바로 알려 주셨어요.', { about: 'MIGRANT', seen: true }))
  await at('T-2 17:00', '윤채담', rate(c, speak, 0, '필요한 것을 짧은 문장으로 말해요.'))
  await at('T-1 10:00', '윤채담', turnTo(c, '심의 날 동행과 통역 마지막 확인', 'T+3 10:00', '문다희'))
}
