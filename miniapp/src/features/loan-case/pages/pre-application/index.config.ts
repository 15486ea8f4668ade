export default definePageConfig({ navigationBarTitleText: '贷款预受理' });
