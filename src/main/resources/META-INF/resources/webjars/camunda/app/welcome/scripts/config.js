export default {
  app: {
    name: 'welcome',
    vendor: 'Closeout'
  },
  customScripts: ['scripts/sign-out.js']
};
