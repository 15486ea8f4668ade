export default definePageConfig({ navigationBarTitleText: '商贷转公积金贷' });
