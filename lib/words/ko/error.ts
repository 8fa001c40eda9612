/** The error page's texts stand by themselves: they are the only ones that are sent to the browser with every page. */
export const error = {
  title: '화면을 보여 드리지 못했어요',
  body: '저희 쪽에서 문제가 생겼어요. 잠시 뒤 다시 해 보시고, 계속되면 아래 번호를 알려 주세요. 번호에는 개인정보가 들어 있지 않아요.',
  reference: '확인 번호',
  retry: '다시 해 보기',
  home: '처음 화면으로',
} as const
