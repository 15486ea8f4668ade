export default definePageConfig({ navigationBarTitleText: '按月自动办理' });
