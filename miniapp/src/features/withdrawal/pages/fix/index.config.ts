export default definePageConfig({ navigationBarTitleText: '改好再交' });
