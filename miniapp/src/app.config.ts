import { featurePages } from './app.pages.ts';

const tab = (page: string, text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `assets/tab/${page}-off.png`,
  selectedIconPath: `assets/tab/${page}-on.png`,
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/progress/index', 'pages/me/index'],
  subPackages: featurePages,
  // Fetched while the home page is read, so that the main ways on open without a wait.
  preloadRule: featurePages.length === 0 ? {} : { 'pages/home/index': { network: 'all', packages: ['features/withdrawal', 'features/identity', 'features/progress'] } },
  tabBar: {
    color: '#66766F',
    selectedColor: '#0B6E5B',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [tab('home', '首页'), tab('services', '办理'), tab('progress', '进度'), tab('me', '我的')],
  },
  // Taro's sliding pages on H5 hide the page before with a delay: who goes back within it would stand before an empty screen.
  ...(process.env['TARO_ENV'] === 'h5' ? { animation: false } : {}),
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '安居公积金',
    navigationBarBackgroundColor: '#F3F6F5',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F3F6F5',
    backgroundTextStyle: 'dark',
  },
});
