export default definePageConfig({ navigationBarTitleText: '确认提前还款' });
