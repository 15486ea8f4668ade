export default definePageConfig({ navigationBarTitleText: '刷脸确认' });
