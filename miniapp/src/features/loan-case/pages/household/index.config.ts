export default definePageConfig({ navigationBarTitleText: '和配偶一起申请', enableShareAppMessage: true });
