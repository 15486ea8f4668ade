export default definePageConfig({ navigationBarTitleText: '业务凭证' });
