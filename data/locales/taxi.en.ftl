### The address of a place: to copy, or to show a driver.

button-copy-address = 📋 Copy the address
button-taxi = 🚕 Show a taxi driver
