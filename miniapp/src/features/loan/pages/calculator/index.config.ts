export default definePageConfig({ navigationBarTitleText: '贷款测算', enableShareAppMessage: true });
