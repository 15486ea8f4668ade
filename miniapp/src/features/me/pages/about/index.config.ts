export default definePageConfig({ navigationBarTitleText: '关于安居公积金' });
