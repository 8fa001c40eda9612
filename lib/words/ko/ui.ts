export const ui = {
  dday: {
    left: 'D-{days, number}',
    today: 'D-day',
    late: 'D+{days, number}',
    lateHours: '{hours, number}시간 지남',
    lateMinutes: '{minutes, number}분 지남',
  },
  ago: {
    now: '방금',
    minutes: '{minutes, number}분 전',
    hours: '{hours, number}시간 전',
    yesterday: '어제',
    days: '{days, number}일 전',
  },
  day: {
    today: '오늘 · {day}',
    yesterday: '어제 · {day}',
  },
  form: {
    summary: '확인이 필요한 곳이 있어요',
    sending: '보내는 중이에요…',
    optional: '선택',
    failed: '보내지 못했어요. 입력한 내용은 그대로 있으니 연결을 확인한 뒤 한 번 더 눌러 주세요.',
  },
  pager: {
    label: '쪽 이동',
    newer: '더 최근',
    older: '더 이전',
    first: '처음으로',
  },
  chart: {
    asTable: '숫자로 보기',
    total: '합계',
  },
  close: '닫기',
  print: '인쇄하기',
  cancel: '취소',
  back: '돌아가기',
  more: '더 보기',
} as const
