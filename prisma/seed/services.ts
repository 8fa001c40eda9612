/** The service catalogue (자원) of the demo office. Amounts and income lines change every year and are never part of it. */
export interface SeedService {
  code: string
  ko: string
  en: string
  kinds: readonly string[]
  domains: readonly string[]
  eligibility: string
  unit: string
  duration: string
  stage: number
}

const service = (code: string, ko: string, en: string, kinds: string, domains: string, eligibility: string, unit: string, duration: string, stage: number): SeedService =>
  ({ code, ko, en, kinds: kinds.split(' '), domains: domains.split(' '), eligibility, unit, duration, stage })

export const services: readonly SeedService[] = [
  service('EDU-01', '교육급여·교육비 지원 안내·신청', 'Education benefit / school-cost support', 'SCHOOL', 'ECON', '중위소득 기준(연도별) 수급·저소득', '건(연)', '1년, 매년 갱신', 1),
  service('EDU-02', '교육복지 우선지원(학교 교육복지실)', 'Education welfare priority support', 'SCHOOL', 'ECON EMOTION LEARN', '수급·차상위·한부모·다문화 등 집중지원학생', '회', '1학기–1년', 1),
  service('EDU-03', '교육복지안전망 즉시 지원', 'Education safety-net immediate support', 'EDU_OFFICE', 'ECON HEALTH CARE', '사각지대 학생, 학교 의뢰(현금·학원비 불가)', '건', '1회–1개월', 2),
  service('EDU-04', '교육복지안전망 심층 지원', 'Education safety-net in-depth support', 'EDU_OFFICE', 'LEARN CARE HEALTH FAMILY', '즉시지원으로 부족한 복합위기', '회기', '3–6개월', 2),
  service('EDU-05', '긴급 생활·위생·간식 키트', 'Emergency living kit', 'SCHOOL', 'ECON CARE', '당일 결식·위생·의복 곤란', '세트', '당일', 1),
  service('LRN-01', '두드림 학교·기초학력 보충지도', 'Basic-skills remedial teaching', 'SCHOOL', 'LEARN', '학습지원대상학생(진단 후 선정)', '차시', '1학기', 1),
  service('LRN-02', '1수업 2교사·협력강사', 'Co-teaching / learning tutor', 'SCHOOL', 'LEARN', '학습지원대상학생', '차시', '1학기', 1),
  service('LRN-03', '학습종합클리닉센터 맞춤 학습상담', 'Learning clinic visiting coach', 'LEARNING_CLINIC', 'LEARN BIF', '학교 의뢰, 보호자 동의', '회기(주1–2)', '20–40회기', 2),
  service('LRN-04', '경계선지능 선별·심층진단', 'Borderline-intelligence screening', 'LEARNING_CLINIC', 'BIF LEARN', '선별검사 후 전문기관 연계', '검사 1회', '2–6주', 2),
  service('LRN-05', '난독·난산 전문기관 치료 바우처', 'Dyslexia/dyscalculia therapy', 'LEARNING_CLINIC', 'LEARN BIF', '심층검사 결과', '회기', '20–30회기', 2),
  service('LRN-06', '대학생 멘토링', 'University-student mentoring', 'EDU_OFFICE', 'LEARN EMOTION', '희망·추천', '시간', '1학기', 2),
  service('LRN-07', '한국어학급·찾아가는 한국어교육', 'Korean class / visiting KSL', 'EDU_OFFICE', 'MIGRANT LEARN', '중도입국·외국인학생, 한국어 진단', '차시', '6개월–2년', 2),
  service('LRN-08', '통번역·이중언어 지원', 'Interpretation/translation', 'FAMILY_CENTER', 'MIGRANT', '보호자·학생 의사소통 곤란', '건', '즉시–수시', 3),
  service('EMO-01', 'Wee클래스 개인·집단상담', 'Wee class counselling', 'SCHOOL', 'EMOTION VIOLENCE DROPOUT', '재학생 누구나', '회기', '5–12회기', 1),
  service('EMO-02', 'Wee센터 심리평가·상담', 'Wee centre assessment & counselling', 'WEE_CENTER', 'EMOTION SUICIDE VIOLENCE', '학교 의뢰·본인/보호자 신청', '회기', '10–15회기', 2),
  service('EMO-03', '병원형 Wee센터·가정형 Wee센터', 'Hospital/home-type Wee', 'WEE_CENTER', 'SUICIDE EMOTION FAMILY', '고위기, 전문의 소견·의뢰', '일/주', '4주–6개월', 2),
  service('EMO-04', '학생마음건강증진센터(권역) 전문의 상담', 'Student mental-health centre psychiatrist consult', 'STUDENT_MH_CENTER', 'SUICIDE EMOTION', '정서·심리 고위험, 학교 의뢰', '회', '1–5회', 2),
  service('EMO-05', '위기학생 신속대응(부르미형) 출동', 'Rapid crisis response team', 'EDU_OFFICE', 'SUICIDE VIOLENCE', '학교 위기 사안', '출동', '당일', 2),
  service('EMO-06', '정신건강 진료·치료비 지원', 'Medical-fee support for mental health', 'EDU_OFFICE', 'SUICIDE EMOTION HEALTH', '관심군·자살시도 등, 예산 범위', '건(한도)', '1년', 2),
  service('EMO-07', '정신건강복지센터 사례관리', 'Mental-health welfare centre case mgmt', 'MENTAL_HEALTH', 'SUICIDE EMOTION', '아동청소년, 동의', '회(월2–4)', '6–12개월', 3),
  service('EMO-08', '청소년상담 1388·CYS-Net 상담', 'Youth counselling (CYS-Net)', 'YOUTH_COUNSEL', 'EMOTION FAMILY DROPOUT', '만 9–24세 및 보호자', '회기', '10–20회기', 3),
  service('EMO-09', '청소년동반자(찾아가는 상담)', 'Youth companion outreach', 'YOUTH_COUNSEL', 'EMOTION DROPOUT DELINQ', '중·고위기 9–24세', '회기(주1)', '3–6개월', 3),
  service('EMO-10', '치료재활 거주형(디딤센터형)', 'Residential therapy centre', 'YOUTH_COUNSEL', 'EMOTION SUICIDE', '정서·행동 장애 9–18세', '입소', '1–4개월', 3),
  service('PRO-01', '아동학대 신고·조사(112/구청)', 'Child-abuse report & investigation', 'POLICE DISTRICT', 'ABUSE', '의심만으로 즉시 신고, 동의 불요', '건', '당일 착수', 3),
  service('PRO-02', '응급조치·일시보호', 'Emergency measure / temporary protection', 'DISTRICT', 'ABUSE', '재학대 위험 급박(72h, 휴일 +48h)', '일', '3–5일 이상', 3),
  service('PRO-03', '아동보호전문기관 사례관리', 'Child-protection agency case mgmt', 'CHILD_PROTECT', 'ABUSE FAMILY', '학대 판단 아동·가정', '회(월2+)', '6–12개월', 3),
  service('PRO-04', '방문형 가정회복(재학대 예방)', 'Home-visiting family recovery', 'CHILD_PROTECT', 'ABUSE FAMILY', '학대·우려 가정', '회기', '3–6개월', 3),
  service('PRO-05', '학교폭력 피해학생 전담지원·치유', 'School-violence victim support', 'EDU_OFFICE', 'VIOLENCE', '피해학생', '회기/건', '1–6개월', 2),
  service('PRO-06', '관계회복·화해조정', 'Restorative dialogue', 'EDU_OFFICE', 'VIOLENCE', '쌍방 동의', '회', '2–4주', 2),
  service('PRO-07', '가해학생 특별교육·심리치료', 'Perpetrator special education', 'EDU_OFFICE', 'VIOLENCE DELINQ', '심의위 조치 3–8호 등', '시간', '조치 기한', 2),
  service('PRO-08', '학교전담경찰관(SPO) 면담·보호', 'School police officer', 'POLICE', 'VIOLENCE DELINQ ABUSE', '학교 요청', '회', '수시', 3),
  service('PRO-09', '해바라기센터(성폭력)', 'Sunflower centre', 'SUNFLOWER', 'VIOLENCE ABUSE', '성폭력 피해 아동·청소년', '건', '당일–12개월', 3),
  service('PRO-10', '청소년쉼터(일시·단기·중장기)', 'Youth shelter', 'YOUTH_SHELTER', 'FAMILY ABUSE DELINQ', '가정 밖 청소년 9–24세', '일', '7일/3–9개월/3년', 3),
  service('PRO-11', '청소년 비행예방센터(꿈키움센터형)', 'Delinquency prevention centre', 'JUSTICE', 'DELINQ VIOLENCE', '학교·법원·검찰 의뢰', '시간', '1–5일', 3),
  service('WEL-01', '긴급복지 생계·의료·주거 지원', 'Emergency welfare (livelihood/medical/housing)', 'DISTRICT', 'ECON CARE HEALTH', '위기사유+소득·재산 기준, 선지원 후조사', '월/건', '1개월(연장 가능)', 3),
  service('WEL-02', '맞춤형복지팀 방문상담·통합사례관리', 'Customised-welfare team case mgmt', 'DONG_CENTER', 'ECON CARE FAMILY', '복합욕구 가구', '회', '3–12개월', 3),
  service('WEL-03', '희망복지지원단 고난도 사례관리', 'Hope welfare support unit', 'DISTRICT', 'ECON FAMILY', '고난도 가구', '회', '6–12개월', 3),
  service('WEL-04', '기초생활보장·한부모·차상위 신청대행', 'Benefit application', 'DONG_CENTER', 'ECON FAMILY', '소득·재산 기준', '건', '30–60일(결정)', 3),
  service('WEL-05', '드림스타트 통합사례관리', 'Dream Start case mgmt', 'DREAM_START', 'CARE HEALTH LEARN FAMILY', '0–12세(초등) 취약계층(예외 연장 15세)', '회(월1–2)', '1–3년', 3),
  service('WEL-06', '아동급식(아동급식카드·도시락)', 'Child meal support', 'DONG_CENTER', 'CARE ECON', '결식우려 18세 미만', '식', '학기/방학', 3),
  service('WEL-07', '위기청소년 특별지원', 'Special support for at-risk youth', 'DISTRICT', 'ECON HEALTH LEARN', '위기청소년, 본인 동의 신청, 심의(긴급 시 생략)', '월', '1년 이내', 3),
  service('WEL-08', '가족돌봄아동·청년 전담지원·자기돌봄비', 'Young-carer support', 'YOUNG_CARER_ORG', 'FAMILY ECON', '34세 이하 가족돌봄, 전담조직 선정', '월/연', '1년', 3),
  service('WEL-09', '일상돌봄·가사간병·노인장기요양 연계', 'Care substitution for family member', 'DISTRICT', 'FAMILY HEALTH', '돌봄대상 가족', '시간', '6개월–', 3),
  service('WEL-10', '아동보호전담요원·가정위탁·보호조치', 'Protective placement', 'DISTRICT', 'ABUSE FAMILY', '보호대상아동', '건', '사례별', 3),
  service('WEL-11', '주거환경 개선·주거복지센터', 'Housing improvement', 'NGO', 'ECON HEALTH', '주거취약 아동가구', '건', '1–3개월', 3),
  service('CAR-01', '지역아동센터', 'Community child centre', 'CHILD_CENTER', 'CARE LEARN', '18세 미만, 우선돌봄', '월', '학기–상시', 3),
  service('CAR-02', '늘봄학교·초등돌봄', 'After-school care', 'SCHOOL', 'CARE', '초등, 학교 기준', '월', '학기', 1),
  service('CAR-03', '아이돌봄·긴급돌봄', 'Child-minding / emergency care', 'FAMILY_CENTER', 'CARE FAMILY', '12세 이하', '시간', '수시', 3),
  service('CAR-04', '방학 중 집중돌봄·급식 점검', 'Vacation care & meal check', 'EDU_OFFICE', 'CARE ECON', '방학 공백 위험 학생', '주', '방학기간', 2),
  service('FAM-01', '가족센터 가족상담·부모교육', 'Family centre counselling', 'FAMILY_CENTER', 'FAMILY MIGRANT', '모든 가족', '회기', '5–10회기', 3),
  service('FAM-02', '다문화가족 자녀성장·방문교육', 'Multicultural family visiting edu', 'FAMILY_CENTER', 'MIGRANT LEARN', '다문화·중도입국', '회기(주2)', '5–10개월', 3),
  service('FAM-03', '알코올·중독관리 통합지원센터', 'Addiction centre', 'MENTAL_HEALTH', 'FAMILY', '보호자 중독', '회기', '6–12개월', 3),
  service('DRP-01', '학업중단숙려제', 'Dropout deliberation programme', 'SCHOOL', 'DROPOUT', '7일 연속/30일 누적 미인정결석 또는 의사표시', '주', '2–7주(지역 1주)', 1),
  service('DRP-02', '대안교실·위탁교육', 'Alternative class / outsourced ed', 'EDU_OFFICE', 'DROPOUT EMOTION', '학교장 추천', '학기', '1학기–1년', 2),
  service('DRP-03', '꿈드림센터(학교 밖 청소년)', 'Kkumdream out-of-school youth centre', 'KKUMDREAM', 'DROPOUT', '9–24세 학교 밖', '회', '6–12개월', 3),
  service('HLT-01', '보건교사 건강상담·투약관리', 'School nurse health mgmt', 'SCHOOL', 'HEALTH', '재학생', '회', '상시', 1),
  service('HLT-02', '특수교육지원센터 진단·치료지원', 'Special-ed support centre', 'SPECIAL_ED', 'DISAB BIF', '진단·평가 의뢰', '검사/회기', '30일/연', 2),
  service('HLT-03', '발달재활서비스 바우처', 'Developmental rehab voucher', 'DISTRICT', 'DISAB', '등록장애·발달지연', '월', '1년', 3),
  service('HLT-04', '병원학교·원격수업(건강장애)', 'Hospital school / remote', 'SPECIAL_ED', 'HEALTH', '건강장애 선정', '학기', '1학기+', 2),
  service('NGO-01', '위기아동 긴급 생계·의료·주거비(NGO)', 'NGO crisis-child grant', 'NGO', 'ECON HEALTH', '학교·기관 추천, 자체 심사', '건(한도)', '1–4주 심사', 3),
  service('NGO-02', '조식·주말·방학 결식 지원(NGO)', 'NGO meals programme', 'NGO', 'CARE ECON', '학교 추천', '식', '학기/방학', 3),
  service('NGO-03', '꿈지원·자립·장학 멘토링(NGO)', 'NGO dream/scholarship mentoring', 'NGO', 'CAREER ECON', '중·고, 심사', '월', '1–3년', 3),
  service('NGO-04', '심리치료비·학대피해 회복(NGO)', 'NGO therapy grant', 'NGO', 'EMOTION ABUSE', '기관 추천', '회기', '10–20회기', 3),
  service('NGO-05', '종합사회복지관 사례관리·후원', 'Community welfare centre case mgmt', 'WELFARE_CENTER', 'ECON FAMILY', '지역주민', '회', '6–12개월', 3),
  service('NGO-06', '무료법률(법률구조·마을변호사)', 'Free legal aid', 'LEGAL', 'ABUSE FAMILY VIOLENCE', '저소득·피해자', '건', '사례별', 3),
]
