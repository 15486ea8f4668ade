export default definePageConfig({ navigationBarTitleText: '提前还款试算' });
