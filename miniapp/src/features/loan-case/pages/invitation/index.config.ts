export default definePageConfig({ navigationBarTitleText: '一起申请贷款的邀请' });
