import { featurePages } from './app.pages.ts';

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/progress/index', 'pages/me/index'],
  subPackages: featurePages,
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '安居公积金',
    navigationBarBackgroundColor: '#F3F6F5',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F3F6F5',
    backgroundTextStyle: 'dark',
  },
});
