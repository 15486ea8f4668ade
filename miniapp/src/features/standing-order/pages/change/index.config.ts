export default definePageConfig({ navigationBarTitleText: '改卡或日期' });
