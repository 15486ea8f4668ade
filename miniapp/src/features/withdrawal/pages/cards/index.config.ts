export default definePageConfig({ navigationBarTitleText: '收款银行卡' });
