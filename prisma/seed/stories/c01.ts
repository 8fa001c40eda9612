import { agreeToLevel, level, note, open, turnTo } from '../deeds/cases.ts'
import { accept, meet, offer, propose } from '../deeds/interventions.ts'
import { agreed, aim, rate } from '../deeds/plans.ts'
import { receive, refer, triage } from '../deeds/referrals.ts'
import { bothAgree } from '../deeds/sharing.ts'
import type { Story } from '../story.ts'

/** 서지우, 중2: 자해와 우울, 집에서의 갈등. 그날 안에 이어진 대응과 약속한 재확인. [EMERGENCY → HIGH] */
export const c01: Story = async (at) => {
  const referral = await at('T-16 11:20', '고은별', refer({
    child: '서지우', about: ['SELF_HARM', 'DEPRESSION'], relation: '담임교사', family: ['PARENTS'],
    says: '사흘째 조퇴했고 오늘 손목에 상처가 보였어요. 물으니 울기만 해서 혼자 두지 않고 상담실에 함께 있어요.',
  }))
  await at('T-16 11:28', '남기훈', receive(referral))
  await at('T-16 11:36', '남기훈', triage(referral, 'NOW', '자해가 보여 지금 바로 만나요. 상담 선생님께 전화했어요.'))
  const c = await at('T-16 11:40', '남기훈', open({
    referral, flags: ['SUICIDE'], rated: 'SUICIDE3 EMOTION3 FAMILY2', level: 'EMERGENCY', lead: '윤채담', team: ['고은별', '남기훈', '문다희'],
    next: ['면담하고 안전계획 함께 쓰기', 'T-16 13:00', '윤채담'],
  }))
  await at('T-16 11:50', '고은별', note(c, 'OBSERVATION', '2교시 뒤 지우가 화장실에서 늦게 나왔고 소매를 자꾸 내렸어요. 지난주부터 점심을 거르고 친구들과 말을 하지 않았어요. 다그치지 않고 상담실까지 같이 걸었어요.', { about: 'EMOTION', happened: 'T-16 10:50' }))
  await at('T-16 12:10', '윤채담', note(c, 'COUNSELLING', '상담실에서 지우를 만났어요. 스스로를 해치고 싶은 마음이 있는지 직접 물었고 지우가 대답해 주었어요. 지금 곁에 위험한 물건은 없어요. 힘들어지는 신호 두 가지, 혼자 해 볼 일 세 가지, 연락할 어른 세 사람을 함께 적어 안전계획을 만들었어요. 한 부는 지우가, 한 부는 제가 가지고 있어요.', { about: 'SUICIDE', layer: 'SENSITIVE', seen: true }))
  await at('T-16 12:40', '고은별', note(c, 'OBSERVATION', '점심은 상담실에서 죽을 조금 먹었어요. 짝이 걱정하는 쪽지를 전해 달라고 해서 지우에게 물어보고 건넸어요.', { about: 'EMOTION', seen: true }))
  await at('T-16 13:05', '윤채담', note(c, 'CALL', '어머니와 통화했어요. 많이 놀라셨고 바로 학교로 오시기로 했어요. 다그치지 말고 함께 있어 주시는 것, 집 안의 약과 날카로운 물건을 치우는 것을 부탁드렸어요.', { about: 'SUICIDE' }))
  await at('T-16 13:20', '남기훈', note(c, 'MEETING', '교장, 담임, 상담교사와 10분 회의. 오늘은 지우 혼자 두지 않기, 하교는 어머니와 함께, 학급에는 몸이 아파 조퇴한다고만 알리기로 했어요. 다음 등교일 아침에 위기관리위원회를 열어요.', { about: 'SUICIDE', layer: 'PLAN' }))
  const wee = await at('T-16 13:30', '윤채담', propose(c, {
    what: 'EMO-02', of: 'WEE', about: 'SUICIDE', request: '오늘 안에 심리평가와 상담을 부탁드려요. 어머니와 함께 3시 30분까지 갈 수 있어요.', often: '오늘, 그 뒤 주 1회', units: 10, from: 'T-16', answerBy: 'T-16',
  }))
  await at('T-16 13:55', '설아인', accept(wee, '3시 30분에 비워 두었어요. 어머니와 함께 오시면 제가 맞을게요.'))
  await at('T-16 15:30', '설아인', meet(wee, '지우와 어머니를 따로, 또 함께 만났어요. 우울과 불안이 높고 자해 위험이 있어 정신건강 전문기관 연계가 필요해요. 오늘 밤은 어머니가 함께 주무시기로 했고 지우도 안전계획을 다시 읽었어요.', { went: 'MIXED', layer: 'SENSITIVE', next: 'T-10 16:00' }))
  await at('T-16 16:30', '윤채담', note(c, 'MESSAGE', '어머니께 밤에 연락할 곳(자살예방 상담전화 109, 청소년전화 1388)과 제 연락 시간을 문자로 보냈어요.', { about: 'SUICIDE' }))
  await at('T-16 17:10', '윤채담', turnTo(c, '다시 만나고 위기관리위원회 열기', 'T-15 09:30', '남기훈'))
  await at('T-16 21:00', '윤채담', note(c, 'CALL', '밤 안부 통화. 지우 목소리를 들었고 어머니가 곁에 계세요. 안전계획을 한 번 더 읽고 자기로 했어요.', { about: 'SUICIDE' }))

  await at('T-15 08:40', '윤채담', note(c, 'COUNSELLING', '첫 재확인. 지우가 어머니와 함께 등교했어요. 밤에 네 시간 잤고 새로 다친 곳은 없어요. “말하고 나니까 조금 덜 무거워요.”', { about: 'SUICIDE', seen: true }))
  await at('T-15 09:30', '남기훈', note(c, 'MEETING', '학교 위기관리위원회. 재확인은 24시간, 72시간, 1주, 2주에 윤채담 선생님이 맡고, 담임은 아침마다 얼굴을 보고 인사해요. 수행평가 일정은 미뤄요.', { about: 'SUICIDE', layer: 'PLAN' }))
  await at('T-15 14:00', '문다희', note(c, 'MEETING', '통합사례회의. 학교, Wee센터, 교육지원청이 모였어요. 정신건강복지센터에 의뢰하고, 집에서의 갈등은 지우가 준비되면 가족상담으로 잇기로 했어요.', { about: 'EMOTION', layer: 'PLAN' }))
  const safe = await at('T-15 15:10', '윤채담', aim(c, 'SUICIDE', '스스로를 다치게 하지 않고 4주를 지낸다', [
    '일주일에 두 번 넘게 다친다', '일주일에 한 번 다친다', '2주 동안 다치지 않는다', '4주 동안 다치지 않는다', '힘들 때 먼저 어른에게 말한다',
  ]))
  const coming = await at('T-15 15:15', '윤채담', aim(c, 'EMOTION', '일주일에 나흘 이상 학교에서 지낸다', [
    '학교에 오지 못한다', '하루 이틀 온다', '나흘을 온다', '닷새를 온다', '닷새를 오고 점심을 친구와 먹는다',
  ]))
  await at('T-15 15:40', '윤채담', bothAgree('서지우', {
    to: 'MH', items: ['SUICIDE', 'EMOTION'], sensitive: true, purpose: '정신건강 상담과 위험 재평가', until: 'T+165',
    evidence: '학생과 어머니가 설명을 듣고 서명. Wee센터와 정신건강복지센터에만 알리기로 했어요.',
  }))
  await at('T-15 16:00', '윤채담', agreed(c, '“다 말하지는 않아도 된다고 해서 해 보려고요.”', '“지우가 원하는 속도로 가고 싶어요. 밤에는 제가 곁에 있겠습니다.” (어머니)'))
  const weeClass = await at('T-15 16:20', '윤채담', offer(c, {
    what: 'EMO-01', of: 'S3', about: 'EMOTION', goal: coming, request: '아침 15분 만남과 주 1회 상담', often: '주 2회', units: 12, from: 'T-13', until: 'T+40',
  }))
  await at('T-13 08:50', '윤채담', note(c, 'COUNSELLING', '두 번째 재확인. 다친 곳 없음. 잠은 여섯 시간쯤. 점심을 반 그릇 먹었어요. 정신건강복지센터에 가 보겠다고 했어요.', { about: 'SUICIDE', seen: true }))
  const clinic = await at('T-13 09:20', '윤채담', propose(c, {
    what: 'EMO-07', of: 'MH', whom: '안이레', about: 'SUICIDE', goal: safe, request: '자해 위험 재평가와 사례관리를 부탁드려요. 학생과 어머니가 동의했고 이번 주 안에 첫 만남을 바라요.', often: '주 1회', units: 12, from: 'T-12', answerBy: 'T-13',
  }))
  await at('T-13 10:00', '안이레', accept(clinic, '접수했습니다. 다음 근무일 2시에 센터에서 만나겠습니다.', { from: 'T-12' }))
  await at('T-12 08:45', '윤채담', meet(weeClass, '아침 만남. 그림 일기를 보여 주었어요. 충동이 왔을 때 얼음을 쥐고 이모에게 전화했대요.', { went: 'GOOD', next: 'T-7 08:45' }))
  await at('T-12 14:00', '안이레', meet(clinic, '첫 면담. 어머니와 함께 왔고 지우 혼자 40분 이야기했어요. 지금 자살 계획은 없고 자해 충동은 하루 한두 번이에요. 안전계획을 그대로 이어 가며 주 1회 만나요. 진료가 필요한지는 다음 만남에서 함께 정해요.', { went: 'MIXED', layer: 'SENSITIVE', next: 'T-5 14:00' }))
  await at('T-10 16:00', '설아인', meet(wee, '두 번째 상담. 감정에 이름 붙이기를 했어요. 다음부터 어머니 상담을 10분씩 덧붙여요.', { went: 'GOOD', next: 'T-3 16:00' }))
  await at('T-9 09:00', '윤채담', note(c, 'COUNSELLING', '1주 재확인. 일주일 동안 다친 곳이 없어요. 아침에 일어나기는 아직 힘들지만 사흘을 등교했어요.', { about: 'SUICIDE', seen: true }))
  await at('T-9 09:20', '윤채담', rate(c, safe, 0, '첫 주를 다치지 않고 지냈어요.'))
  await at('T-9 09:25', '윤채담', rate(c, coming, -1, '사흘 등교, 이틀은 오전에 조퇴했어요.'))
  await at('T-9 10:30', '고은별', note(c, 'OBSERVATION', '모둠 활동에서 지우가 발표 자료의 그림을 맡겠다고 손을 들었어요. 점심은 짝과 함께 먹었어요.', { about: 'EMOTION', seen: true }))
  await at('T-7 08:45', '윤채담', meet(weeClass, '아침 만남. 체육 시간에 짝과 배드민턴을 쳤다고 해요.', { went: 'GOOD', next: 'T-3 08:45' }))
  await at('T-7 10:00', '윤채담', level(c, 'HIGH', { rated: 'SUICIDE2 EMOTION3 FAMILY2', because: '그날 뒤로 다친 곳이 없고 계획과 수단이 없으며 전문기관 상담이 시작됐어요. 재확인은 그대로 이어 가요.' }))
  await at('T-7 11:20', '남기훈', agreeToLevel(c))
  await at('T-5 14:00', '안이레', meet(clinic, '두 번째 면담. 충동이 줄었고 잠이 일곱 시간으로 늘었어요. 의료기관 진료는 지우와 어머니가 원해 곧 받기로 예약했어요.', { went: 'GOOD', layer: 'SENSITIVE', next: 'T+2 14:00' }))
  await at('T-5 15:30', '윤채담', note(c, 'CALL', '어머니 통화. 며칠 전 아버지와 말다툼이 있었지만 지우가 방에 들어가 이모에게 전화했대요. 부모님도 가족상담을 생각해 보시기로 했어요.', { about: 'FAMILY', layer: 'SENSITIVE' }))
  await at('T-5 15:45', '윤채담', note(c, 'OTHER', '다음 만남에서 아버지 이야기를 먼저 꺼내지 않고 지우가 고르게 하기. 목소리가 작아질 때 잠시 쉬기.', { about: 'EMOTION', audience: 'PRIVATE' }))
  await at('T-3 08:45', '윤채담', meet(weeClass, '아침 만남. 동아리 그림 모임에 다시 나가 보고 싶다고 했어요.', { went: 'GOOD', next: 'T+1 08:45' }))
  await at('T-3 16:00', '설아인', meet(wee, '세 번째 상담. 어머니와 “듣고 나서 말하기”를 연습했어요.', { went: 'GOOD', next: 'T+4 16:00' }))
  await at('T-2 09:00', '윤채담', note(c, 'COUNSELLING', '2주 재확인. 2주 동안 다친 곳이 없어요. 나흘을 이어서 종례까지 있었어요. “힘들면 말해도 되는구나 싶었어요.”', { about: 'SUICIDE', seen: true }))
  await at('T-2 09:20', '윤채담', rate(c, safe, 1, '2주 넘게 다치지 않았고, 힘들 때 두 번 먼저 말했어요.'))
  await at('T-2 09:25', '윤채담', rate(c, coming, 0, '나흘을 종례까지 지냈어요.'))
  await at('T-2 16:20', '윤채담', turnTo(c, '한 달 점검 회의: 가족상담을 이을지 정하기', 'T+5 15:00', '윤채담'))
}
