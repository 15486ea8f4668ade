export { CaseLine, holderSentence } from './case-line.tsx';
export { go, goBack, goRealName, goReplace, goSignIn, goTab, herePath, startSignIn } from './navigation.ts';
export { FailureState, PageState, StaleNotice } from './page-state.tsx';
export { PATHS, pathOf } from './paths.ts';
export { ReceiptLink } from './receipt-link.tsx';
export { Screen } from './screen.tsx';
export type { ScreenProps } from './screen.tsx';
export { useToast } from './toast.ts';
export { useTheme } from '../theme/theme.ts';
