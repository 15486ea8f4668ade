import type { FaceBody, StandingOrderKind } from '@anju/shared/contract';

type Values = Readonly<Record<string, string | undefined>>;

/** A page's address with its query. */
export function pathOf(page: string, values: Values = {}): string {
  const query = Object.entries(values)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return query === '' ? page : `${page}?${query}`;
}

/** Where every page is. Tab pages are opened with `goTab`, the rest with `go`. */
export const PATHS = {
  home: '/pages/home/index',
  services: '/pages/services/index',
  progress: '/pages/progress/index',
  me: '/pages/me/index',
  signIn: (next?: string) => pathOf('/features/identity/pages/sign-in/index', { next }),
  realName: (next?: string) => pathOf('/features/identity/pages/real-name/index', { next }),
  /** @param anew the service wants a new check, whatever this phone's clock says of the last one */
  face: (next?: string, purpose?: FaceBody['purpose'], anew = false) => pathOf('/features/identity/pages/face/index', { next, purpose, anew: anew ? 'yes' : undefined }),
  privacy: '/features/identity/pages/privacy/index',
  routes: '/features/withdrawal/pages/routes/index',
  withdrawalForm: (route: string) => pathOf('/features/withdrawal/pages/form/index', { route }),
  bankCards: '/features/withdrawal/pages/cards/index',
  putRight: (caseId: string) => pathOf('/features/withdrawal/pages/fix/index', { caseId }),
  caseOf: (caseId: string) => pathOf('/features/progress/pages/case/index', { caseId }),
  receipt: (caseId: string) => pathOf('/features/receipt/pages/receipt/index', { caseId }),
  verify: (code: string) => pathOf('/features/receipt/pages/verify/index', { code }),
  calculator: '/features/loan/pages/calculator/index',
  schedule: '/features/loan/pages/schedule/index',
  combinedLoan: '/features/loan/pages/combined/index',
  keepOrWithdraw: '/features/loan/pages/keep/index',
  conversion: '/features/loan/pages/conversion/index',
  prequalification: '/features/loan-case/pages/prequalification/index',
  household: '/features/loan-case/pages/household/index',
  invitation: (code: string) => pathOf('/features/loan-case/pages/invitation/index', { code }),
  preApplication: '/features/loan-case/pages/pre-application/index',
  booking: (caseId?: string) => pathOf('/features/loan-case/pages/booking/index', { caseId }),
  counterBooking: (route: string) => pathOf('/features/loan-case/pages/booking/index', { route }),
  myLoan: '/features/loan-case/pages/my-loan/index',
  prepayment: (loanId: string) => pathOf('/features/loan-case/pages/prepayment/index', { loanId }),
  standingOrders: '/features/standing-order/pages/orders/index',
  standingSign: (kind: StandingOrderKind) => pathOf('/features/standing-order/pages/sign/index', { kind }),
  standingChange: (orderId: string) => pathOf('/features/standing-order/pages/change/index', { orderId }),
  inbox: '/features/notification/pages/inbox/index',
  accounts: '/features/account/pages/accounts/index',
  entries: (accountId: string) => pathOf('/features/account/pages/entries/index', { accountId }),
  statement: (accountId?: string) => pathOf('/features/account/pages/statement/index', { accountId }),
  history: (accountId: string) => pathOf('/features/account/pages/history/index', { accountId }),
  guide: (item: string) => pathOf('/features/catalogue/pages/guide/index', { item }),
  devices: '/features/me/pages/devices/index',
  about: '/features/me/pages/about/index',
  unbind: '/features/me/pages/unbind/index',
} as const;
